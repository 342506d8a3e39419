package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** The {@code abundances} table: how much of each endmember every spectrum of a fit holds. */
public final class AbundancesTable {
  private static final ArrayType DOUBLES = new ArrayType(DoubleType.DOUBLE, false);

  static final TableSchema SCHEMA =
      new TableSchema(
          "abundances",
          new StructType()
              .add("fit_id", StringType.STRING, false)
              .add("dataset_id", StringType.STRING, false)
              .add("frame", LongType.LONG, false)
              .add("mean", DOUBLES, false)
              .add("sd", DOUBLES)
              .add("q05", DOUBLES)
              .add("q50", DOUBLES)
              .add("q95", DOUBLES)
              .add("run_id", StringType.STRING, false),
          List.of("fit_id"),
          List.of("fit_id", "dataset_id", "frame"),
          Map.of());

  private final DeltaFolder folder;

  AbundancesTable(Configuration conf, String catalogue) {
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

  /** The abundances of a fit, ordered by dataset and frame. */
  public List<AbundanceRow> read(String fitId) {
    List<AbundanceRow> rows = new ArrayList<>();
    each(fitId, rows::add);
    rows.sort(Comparator.comparing(AbundanceRow::datasetId).thenComparingLong(AbundanceRow::frame));
    return rows;
  }

  /** Visits the abundances of a fit one after another, in no order; few are in memory. */
  public void each(String fitId, Consumer<AbundanceRow> visitor) {
    folder.eachOf(SCHEMA.columns(), fitId, row -> visitor.accept(decode(row)));
  }

  static @Nullable Object[] encode(AbundanceRow row) {
    AbundanceRow.Bands bands = row.bands();
    return new @Nullable Object[] {
      row.fitId(),
      row.datasetId(),
      row.frame(),
      row.mean(),
      bands == null ? null : bands.sd(),
      bands == null ? null : bands.q05(),
      bands == null ? null : bands.q50(),
      bands == null ? null : bands.q95(),
      row.runId()
    };
  }

  private static AbundanceRow decode(Row row) {
    return new AbundanceRow(
        row.getString(0),
        row.getString(1),
        row.getLong(2),
        RowValues.doubles(row.getArray(3)),
        row.isNullAt(5)
            ? null
            : new AbundanceRow.Bands(
                RowValues.doublesOrNull(row, 4),
                RowValues.doubles(row.getArray(5)),
                RowValues.doublesOrNull(row, 6),
                RowValues.doubles(row.getArray(7))),
        row.getString(8));
  }
}
