package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.FloatType;
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

/** The {@code representations} table: what encoders make of spectra. */
public final class RepresentationsTable {
  static final TableSchema SCHEMA =
      new TableSchema(
          "representations",
          new StructType()
              .add("fit_id", StringType.STRING, false)
              .add("model", StringType.STRING, false)
              .add("identity", StringType.STRING, false)
              .add("layer", StringType.STRING, false)
              .add("dataset_id", StringType.STRING, false)
              .add("frame", LongType.LONG, false)
              .add("vector", new ArrayType(FloatType.FLOAT, false), false)
              .add("run_id", StringType.STRING, false),
          List.of("fit_id"),
          List.of("fit_id", "dataset_id", "frame"),
          Map.of());

  private final DeltaFolder folder;

  RepresentationsTable(Configuration conf, String catalogue) {
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

  /** The representations of a cell, ordered by frame. */
  public List<RepresentationRow> read(String fitId) {
    List<RepresentationRow> rows = new ArrayList<>();
    each(fitId, rows::add);
    rows.sort(
        Comparator.comparing(RepresentationRow::datasetId)
            .thenComparingLong(RepresentationRow::frame));
    return rows;
  }

  /** Visits the representations of a cell one after another, in no order; few are in memory. */
  public void each(String fitId, Consumer<RepresentationRow> visitor) {
    folder.eachOf(SCHEMA.columns(), fitId, row -> visitor.accept(decode(row)));
  }

  static @Nullable Object[] encode(RepresentationRow row) {
    return new @Nullable Object[] {
      row.fitId(),
      row.model(),
      row.identity(),
      row.layer(),
      row.datasetId(),
      row.frame(),
      row.vector(),
      row.runId()
    };
  }

  private static RepresentationRow decode(Row row) {
    return new RepresentationRow(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        RowValues.floats(row.getArray(6)),
        row.getString(7));
  }
}
