package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** The {@code sweep_results} table: one row for each cell of a study, failed ones included. */
public final class SweepResultsTable {
  static final TableSchema SCHEMA =
      new TableSchema(
          "sweep_results",
          new StructType()
              .add("study", StringType.STRING, false)
              .add("cell_id", StringType.STRING, false)
              .add("kind", StringType.STRING, false)
              .add("fingerprint", StringType.STRING, false)
              .add("parameters", new MapType(StringType.STRING, StringType.STRING, false), false)
              .add("status", StringType.STRING, false)
              .add("error_code", StringType.STRING)
              .add("error_message", StringType.STRING)
              .add("metrics", new MapType(StringType.STRING, DoubleType.DOUBLE, false), false)
              .add(
                  "arrays",
                  new MapType(StringType.STRING, new ArrayType(DoubleType.DOUBLE, false), false),
                  false)
              .add("cpu_s", DoubleType.DOUBLE, false)
              .add("wall_s", DoubleType.DOUBLE, false)
              .add("finished", TimestampType.TIMESTAMP, false)
              .add("run_id", StringType.STRING, false),
          List.of("study", "cell_id"),
          List.of("study", "cell_id"),
          Map.of());

  private final DeltaFolder folder;

  SweepResultsTable(Configuration conf, String catalogue) {
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

  /**
   * What a later run needs to know of a cell.
   *
   * @param cpuSeconds that it took
   */
  public record State(String fingerprint, CellStatus status, double cpuSeconds) {}

  /** The state of every cell of a study by id: some 200 bytes of memory each. */
  public Map<String, State> states(String study) {
    Map<String, State> states = new HashMap<>();
    folder.eachOf(
        SCHEMA.select("study", "cell_id", "fingerprint", "status", "cpu_s"),
        study,
        row ->
            states.put(
                row.getString(1),
                new State(row.getString(2), CellStatus.of(row.getString(3)), row.getDouble(4))));
    return states;
  }

  /** Studies that have a row. */
  public SortedSet<String> studies() {
    SortedSet<String> studies = new TreeSet<>();
    if (folder.exists()) {
      folder.scan(SCHEMA.select("study"), null).forEach(row -> studies.add(row.getString(0)));
    }
    return studies;
  }

  /**
   * All rows of a study, ordered by cell. Large studies with large arrays are for {@link #each}.
   */
  public List<SweepResultRow> read(String study) {
    List<SweepResultRow> rows = new ArrayList<>();
    each(study, rows::add);
    rows.sort(Comparator.comparing(SweepResultRow::cellId));
    return rows;
  }

  /** Visits the rows of a study one after another, in no order; few are in memory. */
  public void each(String study, Consumer<SweepResultRow> visitor) {
    folder.eachOf(SCHEMA.columns(), study, row -> visitor.accept(decode(row)));
  }

  static @Nullable Object[] encode(SweepResultRow row) {
    SweepResultRow.Problem problem = row.problem();
    return new @Nullable Object[] {
      row.study(),
      row.cellId(),
      row.kind(),
      row.fingerprint(),
      row.parameters(),
      row.status().key(),
      problem == null ? null : problem.code(),
      problem == null ? null : problem.message(),
      row.metrics(),
      row.arrays(),
      row.cpuSeconds(),
      row.wallSeconds(),
      row.finished(),
      row.runId()
    };
  }

  private static SweepResultRow decode(Row row) {
    return new SweepResultRow(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        RowValues.textsByName(row.getMap(4)),
        CellStatus.of(row.getString(5)),
        row.isNullAt(6) ? null : new SweepResultRow.Problem(row.getString(6), row.getString(7)),
        RowValues.doubleByName(row.getMap(8)),
        RowValues.doublesByName(row.getMap(9)),
        row.getDouble(10),
        row.getDouble(11),
        RowValues.instant(row, 12),
        row.getString(13));
  }
}
