package org.debye.spark.table;

import io.delta.tables.DeltaTable;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Puts small files together, clustered as their table is, once there are many of them: each run on
 * a few new files adds a few more. Changes no row. What it writes is laid out as by {@link
 * RowFile}: the rows of a dataset side by side, in groups of {@link RowFile#ROW_GROUP} bytes, since
 * whoever reads one dataset decodes the groups that it is in. What it has put together and is no
 * longer small is not written again.
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
          "spark.databricks.delta.optimize.clustering.mergeStrategy.minCubeSize.threshold",
          Long.toString(SMALL));

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
          DeltaTable.forPath(ownSession(), folder.path()).optimize().executeCompaction();
    }
  }

  /** With the layout's settings, but for those that the user has set. */
  private SparkSession ownSession() {
    SparkSession own = session.newSession();
    CollectionConverters.asJava(session.conf().getAll())
        .forEach(
            (key, value) -> {
              if (own.conf().isModifiable(key)) {
                own.conf().set(key, value);
              }
            });
    SparkConf given = session.sparkContext().getConf();
    LAYOUT.forEach(
        (key, value) -> {
          if (!given.contains(key)) {
            own.conf().set(key, value);
          }
        });
    return own;
  }
}
