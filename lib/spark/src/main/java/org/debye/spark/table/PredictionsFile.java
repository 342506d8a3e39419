package org.debye.spark.table;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** A file of predictions that a task writes; it joins the table when the driver commits it. */
public final class PredictionsFile implements Closeable {
  private final RowFile file;

  private PredictionsFile(RowFile file) {
    this.file = file;
  }

  /**
   * Opens a new file.
   *
   * @param catalogue location of the catalogue
   */
  public static PredictionsFile open(Configuration conf, String catalogue) throws IOException {
    return new PredictionsFile(
        new RowFile(
            conf, catalogue + "/" + PredictionsTable.SCHEMA.name(), PredictionsTable.SCHEMA));
  }

  public void write(PredictionRow row) throws IOException {
    file.write(PredictionsTable.encode(row));
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
