package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** The {@code metrics} table: how good models are, one number a row. */
public final class MetricsTable {
  static final TableSchema SCHEMA =
      new TableSchema(
          "metrics",
          new StructType()
              .add("fit_id", StringType.STRING, false)
              .add("model", StringType.STRING, false)
              .add("part", StringType.STRING, false)
              .add("epoch", IntegerType.INTEGER)
              .add("dataset_id", StringType.STRING)
              .add("name", StringType.STRING, false)
              .add("value", DoubleType.DOUBLE, false)
              .add("run_id", StringType.STRING, false),
          List.of("fit_id"),
          List.of("fit_id"),
          Map.of());

  /** Epochs as they came; what is of no epoch, or of all datasets, comes last. */
  private static final Comparator<MetricRow> ORDER =
      Comparator.comparing(MetricRow::model)
          .thenComparing(MetricRow::part)
          .thenComparing(MetricRow::epoch, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(MetricRow::datasetId, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(MetricRow::name);

  private final DeltaFolder folder;

  MetricsTable(Configuration conf, String catalogue) {
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

  /** The metrics of a fit, ordered by model, part, epoch, dataset and name. */
  public List<MetricRow> read(String fitId) {
    List<MetricRow> rows = new ArrayList<>();
    folder.eachOf(SCHEMA.columns(), fitId, row -> rows.add(decode(row)));
    rows.sort(ORDER);
    return rows;
  }

  /** Visits the metrics of all fits one after another, in no order; few are in memory. */
  public void each(Consumer<MetricRow> visitor) {
    if (folder.exists()) {
      folder.scan(SCHEMA.columns(), null).forEach(row -> visitor.accept(decode(row)));
    }
  }

  static @Nullable Object[] encode(MetricRow row) {
    return new @Nullable Object[] {
      row.fitId(),
      row.model(),
      row.part(),
      row.epoch(),
      row.datasetId(),
      row.name(),
      row.value(),
      row.runId()
    };
  }

  private static MetricRow decode(Row row) {
    return new MetricRow(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.isNullAt(3) ? null : row.getInt(3),
        RowValues.text(row, 4),
        row.getString(5),
        row.getDouble(6),
        row.getString(7));
  }
}
