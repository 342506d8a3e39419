package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** The {@code endmembers} table: the spectra that fits have found to be mixed. */
public final class EndmembersTable {
  private static final ArrayType DOUBLES = new ArrayType(DoubleType.DOUBLE, false);

  static final TableSchema SCHEMA =
      new TableSchema(
          "endmembers",
          new StructType()
              .add("fit_id", StringType.STRING, false)
              .add("endmember", IntegerType.INTEGER, false)
              .add("name", StringType.STRING)
              .add("method", StringType.STRING, false)
              .add("axis_id", StringType.STRING, false)
              .add("mean", DOUBLES, false)
              .add("sd", DOUBLES)
              .add("q05", DOUBLES)
              .add("q25", DOUBLES)
              .add("q50", DOUBLES)
              .add("q75", DOUBLES)
              .add("q95", DOUBLES)
              .add("run_id", StringType.STRING, false),
          List.of("fit_id"),
          List.of("fit_id"),
          Map.of());

  private final DeltaFolder folder;

  EndmembersTable(Configuration conf, String catalogue) {
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

  /** Fits that have a row. */
  public SortedSet<String> fits() {
    SortedSet<String> fits = new TreeSet<>();
    if (folder.exists()) {
      folder.scan(SCHEMA.select("fit_id"), null).forEach(row -> fits.add(row.getString(0)));
    }
    return fits;
  }

  /** The endmembers of a fit, in order. */
  public List<EndmemberRow> read(String fitId) {
    List<EndmemberRow> rows = new ArrayList<>();
    folder.eachOf(SCHEMA.columns(), fitId, row -> rows.add(decode(row)));
    rows.sort(Comparator.comparingInt(EndmemberRow::endmember));
    return rows;
  }

  static @Nullable Object[] encode(EndmemberRow row) {
    EndmemberRow.Bands bands = row.bands();
    return new @Nullable Object[] {
      row.fitId(),
      row.endmember(),
      row.name(),
      row.method(),
      row.axisId(),
      row.mean(),
      bands == null ? null : bands.sd(),
      bands == null ? null : bands.q05(),
      bands == null ? null : bands.q25(),
      bands == null ? null : bands.q50(),
      bands == null ? null : bands.q75(),
      bands == null ? null : bands.q95(),
      row.runId()
    };
  }

  private static EndmemberRow decode(Row row) {
    return new EndmemberRow(
        row.getString(0),
        row.getInt(1),
        RowValues.text(row, 2),
        row.getString(3),
        row.getString(4),
        RowValues.doubles(row.getArray(5)),
        row.isNullAt(6)
            ? null
            : new EndmemberRow.Bands(
                given(row, 6),
                given(row, 7),
                given(row, 8),
                given(row, 9),
                given(row, 10),
                given(row, 11)),
        row.getString(12));
  }

  private static double[] given(Row row, int column) {
    return Objects.requireNonNull(RowValues.doublesOrNull(row, column));
  }
}
