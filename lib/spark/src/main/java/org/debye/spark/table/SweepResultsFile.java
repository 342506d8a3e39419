package org.debye.spark.table;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** A file of results that waits to be committed. */
public final class SweepResultsFile implements Closeable {
  private final RowFile file;

  private SweepResultsFile(RowFile file) {
    this.file = file;
  }

  /**
   * Opens a new file.
   *
   * @param catalogue location of the catalogue
   */
  public static SweepResultsFile open(Configuration conf, String catalogue) throws IOException {
    return new SweepResultsFile(
        new RowFile(
            conf, catalogue + "/" + SweepResultsTable.SCHEMA.name(), SweepResultsTable.SCHEMA));
  }

  public void write(SweepResultRow row) throws IOException {
    file.write(SweepResultsTable.encode(row));
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
