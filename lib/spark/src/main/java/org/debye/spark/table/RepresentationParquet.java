package org.debye.spark.table;

import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.fs.Path;

/** Representations as a bare Parquet file with the columns of their table. */
public final class RepresentationParquet {
  private final Catalogue catalogue;

  public RepresentationParquet(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Writes {@code representations.parquet}; a file of that name is overwritten.
   *
   * @param rows not held
   * @param folder URI or local path
   * @return number of rows written
   */
  public long write(Iterator<RepresentationRow> rows, String folder) throws IOException {
    TableSchema schema = RepresentationsTable.SCHEMA;
    long written = 0;
    try (RowFile file =
        new RowFile(
            catalogue.configuration(), new Path(folder, schema.name() + ".parquet"), schema)) {
      while (rows.hasNext()) {
        file.write(RepresentationsTable.encode(rows.next()));
        written++;
      }
    }
    return written;
  }
}
