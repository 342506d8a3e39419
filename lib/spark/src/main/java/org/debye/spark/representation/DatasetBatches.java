package org.debye.spark.representation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.FrameSpan;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;

/**
 * Spectra of a dataset in their order, some at a time. A frame that cannot be used is left out and
 * told of; what befalls all frames alike, such as another axis, ends the reading.
 */
final class DatasetBatches {
  private static final int TOGETHER = 128;

  private final Map<String, SpectralAxis> axes;
  private final Treatment treatment;
  private final Receiver receiver;
  private final List<String> problems = new ArrayList<>();

  /** What is made of spectra on one axis: a vector for each. */
  @FunctionalInterface
  interface Treatment {
    List<float[]> of(SpectralAxis axis, List<Spectrum> spectra);
  }

  /** Takes what was made of a frame. */
  @FunctionalInterface
  interface Receiver {
    void take(long frame, float[] vector);
  }

  private DatasetBatches(Map<String, SpectralAxis> axes, Treatment treatment, Receiver receiver) {
    this.axes = axes;
    this.treatment = treatment;
    this.receiver = receiver;
  }

  /**
   * Reads frames of a dataset and treats them.
   *
   * @return a sentence for each frame that was left out
   * @throws InputException where no frame can be used
   */
  static List<String> read(
      Catalogue catalogue,
      String datasetId,
      FrameSpan span,
      Treatment treatment,
      Receiver receiver) {
    DatasetBatches batches = new DatasetBatches(catalogue.axes().all(), treatment, receiver);
    try (SpectrumStream rows = catalogue.spectra().read(datasetId, span)) {
      List<SpectrumRow> some = new ArrayList<>();
      while (rows.hasNext()) {
        SpectrumRow row = rows.next();
        boolean otherAxis = !some.isEmpty() && !some.get(0).axisId().equals(row.axisId());
        if (otherAxis || some.size() == TOGETHER) {
          batches.add(some);
          some.clear();
        }
        some.add(row);
      }
      if (!some.isEmpty()) {
        batches.add(some);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return batches.problems;
  }

  private void add(List<SpectrumRow> rows) {
    SpectralAxis axis = axes.get(rows.get(0).axisId());
    if (axis == null) {
      throw new IllegalStateException("no axis " + rows.get(0).axisId() + " in the table");
    }
    try {
      List<float[]> vectors = treatment.of(axis, rows.stream().map(SpectrumRow::spectrum).toList());
      for (int i = 0; i < rows.size(); i++) {
        receiver.take(rows.get(i).frame(), vectors.get(i));
      }
    } catch (InputException e) {
      if (!isOfOneFrame(e.code())) {
        throw e;
      } else if (rows.size() == 1) {
        problems.add("frame " + rows.get(0).frame() + ": " + e.getMessage());
      } else {
        rows.forEach(row -> add(List.of(row)));
      }
    }
  }

  private static boolean isOfOneFrame(FailureCode code) {
    return code == FailureCode.NON_FINITE_SPECTRA
        || code == FailureCode.CONSTANT_SPECTRA
        || code == FailureCode.MISSING_METADATA;
  }
}
