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
import java.util.function.ToDoubleFunction;
import org.apache.hadoop.conf.Configuration;
import org.debye.spectra.peak.SpectralPeak;
import org.jspecify.annotations.Nullable;

/** The {@code peaks} table: true lines of simulated frames. */
public final class PeaksTable {
  static final TableSchema SCHEMA =
      new TableSchema(
          "peaks",
          new StructType()
              .add("dataset_id", StringType.STRING, false)
              .add("frame", LongType.LONG, false)
              .add("phase", new ArrayType(StringType.STRING, false), false)
              .add("line", new ArrayType(StringType.STRING, false), false)
              .add("position", new ArrayType(DoubleType.DOUBLE, false), false)
              .add("fwhm", new ArrayType(DoubleType.DOUBLE, false), false)
              .add("height", new ArrayType(DoubleType.DOUBLE, false), false)
              .add("origin", StringType.STRING, false)
              .add("run_id", StringType.STRING, false),
          List.of("dataset_id"),
          List.of("dataset_id", "frame", "origin"),
          Map.of());

  private final DeltaFolder folder;

  PeaksTable(Configuration conf, String catalogue) {
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

  /** Of a dataset, ordered by frame, then by origin. */
  public List<PeaksRow> read(String datasetId) {
    List<PeaksRow> rows = new ArrayList<>();
    folder.eachOf(SCHEMA.columns(), datasetId, row -> rows.add(decode(row)));
    rows.sort(Comparator.comparingLong(PeaksRow::frame).thenComparing(PeaksRow::origin));
    return rows;
  }

  /** Makes files written by tasks part of the table, all or none. */
  void commit(List<DataFile> files) {
    folder.commit(files);
  }

  static @Nullable Object[] encode(PeaksRow row) {
    return new @Nullable Object[] {
      row.datasetId(),
      row.frame(),
      row.peaks().stream().map(SpectralPeak::phase).toList(),
      row.peaks().stream().map(SpectralPeak::line).toList(),
      column(row, SpectralPeak::position),
      column(row, SpectralPeak::fwhm),
      column(row, SpectralPeak::height),
      row.origin(),
      row.runId()
    };
  }

  private static double[] column(PeaksRow row, ToDoubleFunction<SpectralPeak> value) {
    return row.peaks().stream().mapToDouble(value).toArray();
  }

  private static PeaksRow decode(Row row) {
    List<String> phases = RowValues.texts(row.getArray(2));
    List<String> lines = RowValues.texts(row.getArray(3));
    double[] positions = RowValues.doubles(row.getArray(4));
    double[] widths = RowValues.doubles(row.getArray(5));
    double[] heights = RowValues.doubles(row.getArray(6));
    List<SpectralPeak> peaks = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      peaks.add(new SpectralPeak(phases.get(i), lines.get(i), positions[i], widths[i], heights[i]));
    }
    return new PeaksRow(
        row.getString(0), row.getLong(1), peaks, row.getString(7), row.getString(8));
  }
}
