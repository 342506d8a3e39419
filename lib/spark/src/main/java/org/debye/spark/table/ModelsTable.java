package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** The {@code models} table: one row for each trained model. */
public final class ModelsTable {
  private static final MapType FRAMES =
      new MapType(StringType.STRING, new ArrayType(LongType.LONG, false), false);

  static final TableSchema SCHEMA =
      new TableSchema(
          "models",
          new StructType()
              .add("fit_id", StringType.STRING, false)
              .add("name", StringType.STRING, false)
              .add("folder", StringType.STRING, false)
              .add("architecture", StringType.STRING, false)
              .add("parameters", LongType.LONG, false)
              .add("classes", new ArrayType(StringType.STRING, false), false)
              .add("axis_id", StringType.STRING, false)
              .add("training_frames", FRAMES, false)
              .add("validation_frames", FRAMES, false)
              .add("content_hash", StringType.STRING, false)
              .add("world_size", IntegerType.INTEGER, false)
              .add("epochs", IntegerType.INTEGER, false)
              .add("seconds", DoubleType.DOUBLE, false)
              .add("peak_memory_bytes", LongType.LONG)
              .add("finished", TimestampType.TIMESTAMP, false)
              .add("run_id", StringType.STRING, false),
          List.of("name"),
          List.of("name", "fit_id"),
          Map.of());

  private final DeltaFolder folder;

  ModelsTable(Configuration conf, String catalogue) {
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

  /** A row, and when it was written: files in a table have no order that a compaction keeps. */
  private record Written(Instant finished, ModelRow row) {}

  /** All models, in the order in which they were written. */
  public List<ModelRow> all() {
    return rows(null);
  }

  /** Models of a name, in the order in which they were written. */
  public List<ModelRow> named(String name) {
    return rows(new Predicate("=", new Column("name"), Literal.ofString(name))).stream()
        .filter(row -> row.name().equals(name))
        .toList();
  }

  /** The model in a folder; the one written last where several were trained there in turn. */
  public Optional<ModelRow> ofFolder(String place) {
    return all().stream().filter(row -> row.folder().equals(place)).reduce((old, young) -> young);
  }

  private List<ModelRow> rows(@Nullable Predicate wanted) {
    List<Written> rows = new ArrayList<>();
    if (folder.exists()) {
      folder
          .scan(SCHEMA.columns(), wanted)
          .forEach(row -> rows.add(new Written(RowValues.instant(row, 14), decode(row))));
    }
    rows.sort(
        Comparator.comparing(Written::finished)
            .thenComparing(one -> one.row().fitId())
            .thenComparing(one -> one.row().name()));
    return rows.stream().map(Written::row).toList();
  }

  /**
   * Encodes.
   *
   * @param finished when the row is written, to the microsecond
   */
  static @Nullable Object[] encode(ModelRow row, Instant finished) {
    return new @Nullable Object[] {
      row.fitId(),
      row.name(),
      row.folder(),
      row.architecture(),
      row.parameters(),
      row.classes(),
      row.axisId(),
      row.trainingFrames(),
      row.validationFrames(),
      row.contentHash(),
      row.worldSize(),
      row.epochs(),
      row.seconds(),
      row.peakMemoryBytes(),
      finished,
      row.runId()
    };
  }

  private static ModelRow decode(Row row) {
    return new ModelRow(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        RowValues.texts(row.getArray(5)),
        row.getString(6),
        RowValues.longsByName(row.getMap(7)),
        RowValues.longsByName(row.getMap(8)),
        row.getString(9),
        row.getInt(10),
        row.getInt(11),
        row.getDouble(12),
        row.isNullAt(13) ? null : row.getLong(13),
        row.getString(15));
  }
}
