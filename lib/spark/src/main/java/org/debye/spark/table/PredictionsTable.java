package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** The {@code predictions} table: the class or cluster of every spectrum by every model. */
public final class PredictionsTable {
  static final TableSchema SCHEMA =
      new TableSchema(
          "predictions",
          new StructType()
              .add("fit_id", StringType.STRING, false)
              .add("model", StringType.STRING, false)
              .add("dataset_id", StringType.STRING, false)
              .add("frame", LongType.LONG, false)
              .add("label", StringType.STRING, false)
              .add("probabilities", new MapType(StringType.STRING, DoubleType.DOUBLE, false), false)
              .add("entropy", DoubleType.DOUBLE)
              .add("run_id", StringType.STRING, false),
          List.of("fit_id"),
          List.of("fit_id", "dataset_id", "frame"),
          Map.of());

  private final DeltaFolder folder;

  PredictionsTable(Configuration conf, String catalogue) {
    this.folder = new DeltaFolder(conf, catalogue, SCHEMA);
  }

  DeltaFolder folder() {
    return folder;
  }

  public String path() {
    return folder.path();
  }

  /** Version of the latest commit, -1 before the first. */
  public long version() {
    return folder.version();
  }

  /** The predictions of a fit, ordered by dataset and frame. */
  public List<PredictionRow> read(String fitId) {
    List<PredictionRow> rows = new ArrayList<>();
    each(fitId, rows::add);
    rows.sort(
        Comparator.comparing(PredictionRow::datasetId).thenComparingLong(PredictionRow::frame));
    return rows;
  }

  /** Visits the predictions of a fit one after another, in no order; few are in memory. */
  public void each(String fitId, Consumer<PredictionRow> visitor) {
    folder.eachOf(SCHEMA.columns(), fitId, row -> visitor.accept(decode(row)));
  }

  static @Nullable Object[] encode(PredictionRow row) {
    return new @Nullable Object[] {
      row.fitId(),
      row.model(),
      row.datasetId(),
      row.frame(),
      row.label(),
      row.probabilities(),
      row.entropy(),
      row.runId()
    };
  }

  private static PredictionRow decode(Row row) {
    return new PredictionRow(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        RowValues.doubleByName(row.getMap(5)),
        row.isNullAt(6) ? null : row.getDouble(6),
        row.getString(7));
  }
}
