package org.debye.spark.table;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** A file of representations that a task writes; it joins the table when the driver commits it. */
public final class RepresentationsFile implements Closeable {
  private final RowFile file;

  private RepresentationsFile(RowFile file) {
    this.file = file;
  }

  /**
   * Opens a new file.
   *
   * @param catalogue location of the catalogue
   */
  public static RepresentationsFile open(Configuration conf, String catalogue) throws IOException {
    return new RepresentationsFile(
        new RowFile(
            conf,
            catalogue + "/" + RepresentationsTable.SCHEMA.name(),
            RepresentationsTable.SCHEMA));
  }

  public void write(RepresentationRow row) throws IOException {
    file.write(RepresentationsTable.encode(row));
  }

  /** Closes the file. */
  public DataFile finish() throws IOException {
    return file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
