package org.debye.spark.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** A file of labels that a task writes; it joins the table when the driver commits it. */
public final class LabelsFile implements Closeable {
  private final RowFile file;

  private LabelsFile(RowFile file) {
    this.file = file;
  }

  /**
   * Opens a new file.
   *
   * @param catalogue location of the catalogue
   */
  public static LabelsFile open(Configuration conf, String catalogue) throws IOException {
    return new LabelsFile(
        new RowFile(conf, catalogue + "/" + LabelsTable.SCHEMA.name(), LabelsTable.SCHEMA));
  }

  public void write(LabelRow row) throws IOException {
    file.write(LabelsTable.encode(row));
  }

  /** Closes the file. */
  public DataFile finish() throws IOException {
    return file.finish();
  }

  /** Closes and deletes the file, which has no row. */
  public void discard() throws IOException {
    file.discard();
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
