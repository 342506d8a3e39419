package org.debye.spark.table;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.debye.provenance.Host;
import org.debye.provenance.RunRecord;
import org.jspecify.annotations.Nullable;

/** The {@code runs} table: the {@link RunRecord} of every execution that wrote a row. */
public final class RunsTable {
  static final TableSchema SCHEMA =
      new TableSchema(
          "runs",
          new StructType()
              .add("run_id", StringType.STRING, false)
              .add("job", StringType.STRING, false)
              .add("inputs", new ArrayType(StringType.STRING, false), false)
              .add("configuration", StringType.STRING, false)
              .add("code_revision", StringType.STRING, false)
              .add("jvm", StringType.STRING, false)
              .add("arch", StringType.STRING, false)
              .add("os", StringType.STRING, false)
              .add("spark", StringType.STRING, false)
              .add("seed", LongType.LONG)
              .add("start", TimestampType.TIMESTAMP, false)
              .add("end", TimestampType.TIMESTAMP)
              .add("outcomes", new MapType(StringType.STRING, LongType.LONG, false), false),
          List.of(),
          List.of("run_id"),
          Map.of());

  private final DeltaFolder folder;

  RunsTable(Configuration conf, String catalogue) {
    this.folder = new DeltaFolder(conf, catalogue, SCHEMA);
  }

  public String path() {
    return folder.path();
  }

  public long version() {
    return folder.version();
  }

  /** Adds a record; {@code end} is null where the run was killed. */
  public void append(RunRecord record) {
    folder.append(List.<@Nullable Object[]>of(encode(record)));
  }

  public List<RunRecord> all() {
    List<RunRecord> records = new ArrayList<>();
    if (folder.exists()) {
      folder.scan(SCHEMA.columns(), null).forEach(row -> records.add(decode(row)));
    }
    return records;
  }

  private static @Nullable Object[] encode(RunRecord record) {
    return new @Nullable Object[] {
      record.runId(),
      record.job(),
      record.inputs(),
      record.configuration(),
      record.codeRevision(),
      record.host().jvm(),
      record.host().arch(),
      record.host().os(),
      record.spark(),
      record.seed(),
      record.start(),
      record.end(),
      new TreeMap<>(record.outcomes())
    };
  }

  private static RunRecord decode(Row row) {
    ArrayValue inputs = row.getArray(2);
    List<String> given = new ArrayList<>();
    for (int i = 0; i < inputs.getSize(); i++) {
      given.add(inputs.getElements().getString(i));
    }
    MapValue map = row.getMap(12);
    Map<String, Long> outcomes = new TreeMap<>();
    for (int i = 0; i < map.getSize(); i++) {
      outcomes.put(map.getKeys().getString(i), map.getValues().getLong(i));
    }
    return new RunRecord(
        row.getString(0),
        row.getString(1),
        given,
        row.getString(3),
        row.getString(4),
        new Host(row.getString(5), row.getString(6), row.getString(7)),
        row.getString(8),
        row.isNullAt(9) ? null : row.getLong(9),
        instant(row.getLong(10)),
        row.isNullAt(11) ? null : instant(row.getLong(11)),
        outcomes);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
