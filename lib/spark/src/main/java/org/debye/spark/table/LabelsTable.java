package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** The {@code labels} table: what frames are called, and the truth of simulated ones. */
public final class LabelsTable {
  static final TableSchema SCHEMA =
      new TableSchema(
          "labels",
          new StructType()
              .add("dataset_id", StringType.STRING, false)
              .add("frame", LongType.LONG, false)
              .add("time_s", DoubleType.DOUBLE)
              .add("label", IntegerType.INTEGER, false)
              .add("class_name", StringType.STRING, false)
              .add("pressure_gpa", DoubleType.DOUBLE)
              .add("fractions", new MapType(StringType.STRING, DoubleType.DOUBLE, false), false)
              .add("origin", StringType.STRING, false)
              .add("run_id", StringType.STRING, false),
          List.of("dataset_id"),
          List.of("dataset_id", "frame", "origin"),
          Map.of());

  private final DeltaFolder folder;

  LabelsTable(Configuration conf, String catalogue) {
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

  /** The labels of a dataset, ordered by frame, then by origin. */
  public List<LabelRow> read(String datasetId) {
    List<LabelRow> rows = new ArrayList<>();
    folder.eachOf(SCHEMA.columns(), datasetId, row -> rows.add(decode(row)));
    rows.sort(Comparator.comparingLong(LabelRow::frame).thenComparing(LabelRow::origin));
    return rows;
  }

  /** Visits all labels one after another, in no order; few are in memory. */
  public void each(Consumer<LabelRow> visitor) {
    if (folder.exists()) {
      folder.scan(SCHEMA.columns(), null).forEach(row -> visitor.accept(decode(row)));
    }
  }

  /** Makes files written by tasks part of the table, all or none. */
  void commit(List<DataFile> files) {
    folder.commit(files);
  }

  static @Nullable Object[] encode(LabelRow row) {
    return new @Nullable Object[] {
      row.datasetId(),
      row.frame(),
      row.timeSeconds(),
      row.label(),
      row.className(),
      row.pressureGpa(),
      new TreeMap<>(row.fractions()),
      row.origin(),
      row.runId()
    };
  }

  private static LabelRow decode(Row row) {
    return new LabelRow(
        row.getString(0),
        row.getLong(1),
        row.isNullAt(2) ? null : row.getDouble(2),
        row.getInt(3),
        row.getString(4),
        row.isNullAt(5) ? null : row.getDouble(5),
        RowValues.doubleByName(row.getMap(6)),
        row.getString(7),
        row.getString(8));
  }
}
