package org.debye.spark.table;

import io.delta.tables.DeltaTable;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Puts small files together, clustered as their table is, once there are many of them: each run on
 * a few new files adds a few more. Changes no row.
 */
public final class Compaction {
  /** Bytes below which a file is small. */
  private static final long SMALL = 16L << 20;

  /** Small files that a reader gets along with. */
  private static final int MANY = 200;

  /** Files of draws, predictions or representations, of which a reader of one cell opens one. */
  private static final int MANY_CELLS = 5000;

  private final SparkSession session;
  private final Catalogue catalogue;

  public Compaction(SparkSession session, Catalogue catalogue) {
    this.session = session;
    this.catalogue = catalogue;
  }

  /** Compacts spectra and the rows of their datasets where there are many small files. */
  public void whereWorthwhile() {
    above(MANY);
  }

  /** Compacts what sweeps have written where there are many small files. */
  public void ofSweepsWhereWorthwhile() {
    compact(catalogue.sweepResults().folder(), MANY);
    compact(catalogue.draws().folder(), MANY_CELLS);
    compact(catalogue.predictions().folder(), MANY_CELLS);
    compact(catalogue.representations().folder(), MANY_CELLS);
  }

  /** Compacts models and metrics, which are read whole, where there are many small files. */
  public void ofModelsWhereWorthwhile() {
    ofModelsAbove(MANY);
  }

  void ofModelsAbove(int count) {
    compact(catalogue.models().folder(), count);
    compact(catalogue.metrics().folder(), count);
  }

  void above(int count) {
    compact(catalogue.spectra().folder(), count);
    compact(catalogue.datasets().folder(), count);
  }

  private void compact(DeltaFolder folder, int count) {
    if (folder.exists()
        && Arrays.stream(folder.fileSizes()).filter(size -> size < SMALL).count() > count) {
      Dataset<Row> unused =
          DeltaTable.forPath(session, folder.path()).optimize().executeCompaction();
    }
  }
}
