package org.debye.spark.table;

import io.delta.tables.DeltaTable;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Puts small files of spectra together, clustered by dataset, once there are many of them: each run
 * on a few new files adds a few more. Changes no row.
 */
public final class Compaction {
  /** Bytes below which a file is small. */
  private static final long SMALL = 16L << 20;

  /** Small files that a reader gets along with. */
  private static final int MANY = 200;

  private final SparkSession session;
  private final Catalogue catalogue;

  public Compaction(SparkSession session, Catalogue catalogue) {
    this.session = session;
    this.catalogue = catalogue;
  }

  /** Compacts where there are many small files. */
  public void whereWorthwhile() {
    above(MANY);
  }

  void above(int count) {
    DeltaFolder spectra = catalogue.spectra().folder();
    if (spectra.exists()
        && Arrays.stream(spectra.fileSizes()).filter(size -> size < SMALL).count() > count) {
      Dataset<Row> unused =
          DeltaTable.forPath(session, spectra.path()).optimize().executeCompaction();
    }
  }
}
