package org.debye.spark.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** A file of peaks that a task writes; it joins the table when the driver commits it. */
public final class PeaksFile implements Closeable {
  private final RowFile file;

  private PeaksFile(RowFile file) {
    this.file = file;
  }

  /**
   * Opens a new file.
   *
   * @param catalogue location of the catalogue
   */
  public static PeaksFile open(Configuration conf, String catalogue) throws IOException {
    return new PeaksFile(
        new RowFile(conf, catalogue + "/" + PeaksTable.SCHEMA.name(), PeaksTable.SCHEMA));
  }

  public void write(PeaksRow row) throws IOException {
    file.write(PeaksTable.encode(row));
  }

  /** Closes the file. */
  public DataFile finish() throws IOException {
    return file.finish();
  }

  /** Closes the file; none where it has no row, and it is deleted. */
  public List<DataFile> finished() throws IOException {
    return file.finished();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
