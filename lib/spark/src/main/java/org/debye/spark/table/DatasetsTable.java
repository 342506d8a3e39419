package org.debye.spark.table;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.Row;
import io.delta.kernel.expressions.And;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.apache.hadoop.conf.Configuration;
import org.debye.failure.FailureCode;
import org.debye.hdf5.SourceFile;
import org.jspecify.annotations.Nullable;

/** The {@code datasets} table: one row for each dataset and configuration, failed ones included. */
public final class DatasetsTable {
  private static final StructType SOURCE =
      new StructType()
          .add("uri", StringType.STRING, false)
          .add("size", LongType.LONG, false)
          .add("modified", LongType.LONG, false);

  static final TableSchema SCHEMA =
      new TableSchema(
          "datasets",
          new StructType()
              .add("dataset_id", StringType.STRING, false)
              .add("name", StringType.STRING, false)
              .add("sources", new ArrayType(SOURCE, false), false)
              .add("fingerprint", StringType.STRING, false)
              .add("sample", StringType.STRING)
              .add("instrument", StringType.STRING)
              .add("start_time", StringType.STRING)
              .add("wavelength_m", DoubleType.DOUBLE)
              .add("geometry_hash", StringType.STRING, false)
              .add("mask_hash", StringType.STRING, false)
              .add("config_hash", StringType.STRING, false)
              .add("axis_id", StringType.STRING)
              .add("warnings", new ArrayType(StringType.STRING, false), false)
              .add("status", StringType.STRING, false)
              .add("frames", LongType.LONG, false)
              .add("frames_expected", LongType.LONG, false)
              .add("error_code", StringType.STRING)
              .add("error_message", StringType.STRING)
              .add("finished", TimestampType.TIMESTAMP, false)
              .add("run_id", StringType.STRING, false),
          List.of(),
          List.of("dataset_id"),
          Map.of());

  private final DeltaFolder folder;

  DatasetsTable(Configuration conf, String catalogue) {
    this.folder = new DeltaFolder(conf, catalogue, SCHEMA);
  }

  DeltaFolder folder() {
    return folder;
  }

  public String path() {
    return folder.path();
  }

  public long version() {
    return folder.version();
  }

  /**
   * What a later run needs to know of a dataset.
   *
   * @param fingerprint of the sources that were read
   */
  public record State(String fingerprint, DatasetStatus status, String runId) {}

  /** The state of every dataset by id: some 300 bytes of memory each. */
  public Map<String, State> states() {
    Map<String, State> states = new HashMap<>();
    if (folder.exists()) {
      Map<String, String> runs = new HashMap<>();
      folder
          .scan(SCHEMA.select("dataset_id", "fingerprint", "status", "run_id"), null)
          .forEach(
              row ->
                  states.put(
                      row.getString(0),
                      new State(
                          row.getString(1),
                          DatasetStatus.of(row.getString(2)),
                          runs.computeIfAbsent(row.getString(3), id -> id))));
    }
    return states;
  }

  /** All rows, ordered by id. */
  public List<DatasetRow> all() {
    List<DatasetRow> rows = new ArrayList<>();
    if (folder.exists()) {
      folder.scan(SCHEMA.columns(), null).forEach(row -> rows.add(decode(row)));
    }
    rows.sort(Comparator.comparing(DatasetRow::datasetId));
    return rows;
  }

  /**
   * Rows of some datasets, ordered by id. Ids and names are looked through first, which of all
   * columns are a small part; whole rows are then read from files that hold wanted ones.
   *
   * @param wanted of id and name
   */
  public List<DatasetRow> where(BiPredicate<String, String> wanted) {
    TreeSet<String> ids = new TreeSet<>();
    if (folder.exists()) {
      folder
          .scan(SCHEMA.select("dataset_id", "name"), null)
          .forEach(
              row -> {
                if (wanted.test(row.getString(0), row.getString(1))) {
                  ids.add(row.getString(0));
                }
              });
    }
    List<DatasetRow> rows = new ArrayList<>();
    if (!ids.isEmpty()) {
      Column id = new Column("dataset_id");
      Predicate between =
          new And(
              new Predicate(">=", id, Literal.ofString(ids.first())),
              new Predicate("<=", id, Literal.ofString(ids.last())));
      folder
          .scan(SCHEMA.columns(), between)
          .forEach(
              row -> {
                if (ids.contains(row.getString(0))) {
                  rows.add(decode(row));
                }
              });
    }
    rows.sort(Comparator.comparing(DatasetRow::datasetId));
    return rows;
  }

  /** Adds rows in one commit. Their ids are not in the table: replaced ones are removed before. */
  public void append(List<DatasetRow> rows) {
    List<@Nullable Object[]> encoded = new ArrayList<>(rows.size());
    rows.stream()
        .sorted(Comparator.comparing(DatasetRow::datasetId))
        .forEach(row -> encoded.add(encode(row)));
    folder.append(encoded);
  }

  static @Nullable Object[] encode(DatasetRow row) {
    DatasetRow.Facts facts = row.facts();
    DatasetRow.Failure failure = row.failure();
    List<Object> sources = new ArrayList<>();
    for (SourceFile source : row.sources()) {
      sources.add(new Object[] {source.uri().toString(), source.size(), source.modified()});
    }
    return new @Nullable Object[] {
      row.datasetId(),
      row.name(),
      sources,
      row.fingerprint(),
      facts.sample(),
      facts.instrument(),
      facts.startTime(),
      facts.wavelength(),
      facts.geometryHash(),
      facts.maskHash(),
      facts.configHash(),
      facts.axisId(),
      facts.warnings(),
      row.status().key(),
      row.frames(),
      row.framesExpected(),
      failure == null ? null : failure.code().name(),
      failure == null ? null : failure.message(),
      row.finished(),
      row.runId()
    };
  }

  private static DatasetRow decode(Row row) {
    DatasetRow.Facts facts =
        new DatasetRow.Facts(
            text(row, 4),
            text(row, 5),
            text(row, 6),
            row.isNullAt(7) ? null : row.getDouble(7),
            row.getString(8),
            row.getString(9),
            row.getString(10),
            text(row, 11),
            RowValues.texts(row.getArray(12)));
    return new DatasetRow(
        row.getString(0),
        row.getString(1),
        sources(row.getArray(2)),
        row.getString(3),
        facts,
        DatasetStatus.of(row.getString(13)),
        row.getLong(14),
        row.getLong(15),
        row.isNullAt(16)
            ? null
            : new DatasetRow.Failure(FailureCode.valueOf(row.getString(16)), row.getString(17)),
        Instant.EPOCH.plus(row.getLong(18), ChronoUnit.MICROS),
        row.getString(19));
  }

  private static @Nullable String text(Row row, int column) {
    return row.isNullAt(column) ? null : row.getString(column);
  }

  private static List<SourceFile> sources(ArrayValue array) {
    ColumnVector structs = array.getElements();
    List<SourceFile> sources = new ArrayList<>();
    for (int i = 0; i < array.getSize(); i++) {
      sources.add(
          new SourceFile(
              URI.create(structs.getChild(0).getString(i)),
              structs.getChild(1).getLong(i),
              structs.getChild(2).getLong(i)));
    }
    return sources;
  }
}
