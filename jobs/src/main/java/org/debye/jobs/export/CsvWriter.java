package org.debye.jobs.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.jspecify.annotations.Nullable;

/**
 * Spectra in long form: a header {@code dataset_id,frame,<axis kind>,intensity,sigma,baseline},
 * then a line for each point. A point without a value is {@code NaN}, an absent sigma or baseline
 * is an empty field, and every number reads back to the same bits.
 */
final class CsvWriter implements SpectraWriter {
  private static final int FLUSH_AT = 1 << 20;

  private final OutputStream out;
  private final Map<String, String[]> axisTexts = new HashMap<>();
  private final StringBuilder text = new StringBuilder(FLUSH_AT + 4096);
  private @Nullable AxisKind kind;

  CsvWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(DatasetRow dataset, SpectrumRow row, SpectralAxis axis) throws IOException {
    Spectrum spectrum = row.spectrum();
    if (kind == null) {
      kind = axis.kind();
      text.append("dataset_id,frame,").append(kind.key()).append(",intensity,sigma,baseline\n");
    } else if (kind != axis.kind()) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          dataset.name(),
          "its axis is " + axis.kind().key() + ", and those before are " + kind.key(),
          "One CSV file has one kind of axis: choose with dataset=.");
    }
    String[] points = axisTexts.computeIfAbsent(axis.id(), id -> texts(axis.values()));
    String start = row.datasetId() + ',' + row.frame() + ',';
    for (int i = 0; i < points.length; i++) {
      text.append(start).append(points[i]).append(',').append(spectrum.intensity()[i]);
      append(spectrum.sigma(), i);
      append(spectrum.baseline(), i);
      text.append('\n');
    }
    if (text.length() >= FLUSH_AT) {
      flush();
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    out.flush();
  }

  private void append(float[] values, int point) {
    text.append(',');
    if (values.length > 0) {
      text.append(values[point]);
    }
  }

  private void flush() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    text.setLength(0);
  }

  private static String[] texts(double[] values) {
    String[] texts = new String[values.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Double.toString(values[i]);
    }
    return texts;
  }
}
