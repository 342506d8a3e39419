package org.debye.spark.table;

import io.delta.tables.DeltaTable;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Puts small files together, clustered as their table is, once there are many of them: each run on
 * a few new files adds a few more. Changes no row. What it writes is laid out as by {@link
 * RowFile}: the rows of a dataset side by side, in groups of {@link RowFile#ROW_GROUP} bytes, since
 * whoever reads one dataset decodes the groups that it is in. Files that are no longer small are
 * not written again.
 */
public final class Compaction {
  /** Bytes below which a file is small. */
  private static final long SMALL = 16L << 20;

  /** Small files that a reader gets along with. */
  private static final int MANY = 200;

  /** Files of draws, predictions or representations, of which a reader of one cell opens one. */
  private static final int MANY_CELLS = 5000;

  /**
   * Of OPTIMIZE on clustered tables, which else writes groups of 128 MB, in no order within a file,
   * and all files again until there are 100 GB of them.
   */
  private static final Map<String, String> LAYOUT =
      Map.of(
          "parquet.block.size",
          Long.toString(RowFile.ROW_GROUP),
          "spark.databricks.io.skipping.mdc.sortWithinFiles",
          "true",
          "spark.databricks.io.skipping.mdc.addNoise",
          "false",
          "spark.databricks.delta.optimize.clustering.mergeStrategy.minCubeSize.threshold",
          Long.toString(SMALL));

  private final SparkSession session;
  private final Catalogue catalogue;

  public Compaction(SparkSession session, Catalogue catalogue) {
    this.session = session.newSession();
    LAYOUT.forEach(this.session.conf()::set);
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
