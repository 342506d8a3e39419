package org.debye.spark.table;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.expressions.And;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.debye.spectra.Spectrum;
import org.jspecify.annotations.Nullable;

/** The {@code spectra} table: one row for each frame or imported spectrum. */
public final class SpectraTable {
  static final TableSchema SCHEMA =
      new TableSchema(
          "spectra",
          new StructType()
              .add("dataset_id", StringType.STRING, false)
              .add("frame", LongType.LONG, false)
              .add("name", StringType.STRING)
              .add("time_s", DoubleType.DOUBLE)
              .add("exposure_s", DoubleType.DOUBLE)
              .add("conditions", new MapType(StringType.STRING, DoubleType.DOUBLE, false), false)
              .add("axis_id", StringType.STRING, false)
              .add("intensity", new ArrayType(FloatType.FLOAT, false), false)
              .add("sigma", new ArrayType(FloatType.FLOAT, false))
              .add("baseline", new ArrayType(FloatType.FLOAT, false))
              .add("quality", DoubleType.DOUBLE, false)
              .add("run_id", StringType.STRING, false),
          List.of("dataset_id"),
          List.of("dataset_id", "frame"),
          Map.of("definition", "NXazint1d"));

  private final DeltaFolder folder;
  private final Configuration conf;
  private final String catalogue;

  SpectraTable(Configuration conf, String catalogue) {
    this.folder = new DeltaFolder(conf, catalogue, SCHEMA);
    this.conf = conf;
    this.catalogue = catalogue;
  }

  /** Folder of the Delta table. */
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

  /** Makes files written by tasks part of the table, all or none. */
  public void commit(List<DataFile> files) {
    folder.commit(files);
  }

  /** Writes a few rows from here. */
  public void append(List<SpectrumRow> rows) {
    try (SpectraFile file = SpectraFile.open(conf, catalogue)) {
      for (SpectrumRow row : rows) {
        file.write(row);
      }
      if (!rows.isEmpty()) {
        commit(List.of(file.finish()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The spectra of one dataset, ordered by frame. The stream is to be closed. */
  public SpectrumStream read(String datasetId) {
    return read(datasetId, FrameSpan.ALL);
  }

  /**
   * Some of them. Files and groups of rows that have none of these frames are not read, so that
   * pieces of a large dataset cost little more than the whole.
   */
  public SpectrumStream read(String datasetId, FrameSpan span) {
    Column frame = new Column("frame");
    Predicate wanted =
        new And(
            new Predicate("=", new Column("dataset_id"), Literal.ofString(datasetId)),
            new And(
                new Predicate(">=", frame, Literal.ofLong(span.first())),
                new Predicate("<=", frame, Literal.ofLong(span.last()))));
    return new SpectrumStream(folder, wanted, datasetId, span);
  }

  /** Numbers of the frames that a dataset has spectra of; empty where it is not there. */
  public Set<Long> frames(String datasetId) {
    Set<Long> frames = new TreeSet<>();
    folder.eachOf(
        SCHEMA.select("dataset_id", "frame"), datasetId, row -> frames.add(row.getLong(1)));
    return frames;
  }

  /** Conditions of a dataset's frames, by name, ordered by frame; no spectrum is read. */
  public SortedMap<Long, Map<String, Double>> conditions(String datasetId) {
    SortedMap<Long, Map<String, Double>> byFrame = new TreeMap<>();
    folder.eachOf(
        SCHEMA.select("dataset_id", "frame", "conditions"),
        datasetId,
        row -> byFrame.put(row.getLong(1), conditions(row.getMap(2))));
    return byFrame;
  }

  /** Names of a dataset's spectra that have one, by frame; no spectrum is read. */
  public SortedMap<Long, String> names(String datasetId) {
    SortedMap<Long, String> byFrame = new TreeMap<>();
    folder.eachOf(
        SCHEMA.select("dataset_id", "frame", "name"),
        datasetId,
        row -> {
          if (!row.isNullAt(2)) {
            byFrame.put(row.getLong(1), row.getString(2));
          }
        });
    return byFrame;
  }

  /** How many files a reader of one dataset has to open. */
  public int filesOf(String datasetId) {
    return read(datasetId).files();
  }

  static @Nullable Object[] encode(SpectrumRow row) {
    return new @Nullable Object[] {
      row.datasetId(),
      row.frame(),
      row.name(),
      known(row.timeSeconds()),
      known(row.exposureSeconds()),
      row.conditions(),
      row.axisId(),
      row.spectrum().intensity(),
      given(row.spectrum().sigma()),
      given(row.spectrum().baseline()),
      row.quality(),
      row.runId()
    };
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static float @Nullable [] given(float[] values) {
    return values.length == 0 ? null : values;
  }

  static SpectrumRow decode(Row row) {
    return new SpectrumRow(
        row.getString(0),
        row.getLong(1),
        row.isNullAt(2) ? null : row.getString(2),
        row.isNullAt(3) ? Double.NaN : row.getDouble(3),
        row.isNullAt(4) ? Double.NaN : row.getDouble(4),
        conditions(row.getMap(5)),
        row.getString(6),
        new Spectrum(floats(row, 7), floats(row, 8), floats(row, 9)),
        row.getString(11));
  }

  private static Map<String, Double> conditions(MapValue map) {
    Map<String, Double> conditions = new TreeMap<>();
    ColumnVector keys = map.getKeys();
    ColumnVector values = map.getValues();
    for (int i = 0; i < map.getSize(); i++) {
      conditions.put(keys.getString(i), values.getDouble(i));
    }
    return conditions;
  }

  private static float[] floats(Row row, int column) {
    return row.isNullAt(column) ? Spectrum.NONE : RowValues.floats(row.getArray(column));
  }
}
