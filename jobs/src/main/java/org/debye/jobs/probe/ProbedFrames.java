package org.debye.jobs.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.export.SpectraSelection;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.probe.PeakTruth;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.PeaksRow;
import org.debye.spark.training.LabelledDataset;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.peak.SpectralPeak;
import org.debye.spectra.peak.VisiblePeaks;
import org.jspecify.annotations.Nullable;

/**
 * Frames whose peaks are known.
 *
 * @param datasets chosen
 * @param frames of each, ascending; a frame's id is its place among all
 * @param truth of all frames, in their order
 * @param axis of the encoder
 */
record ProbedFrames(
    List<DatasetRow> datasets, List<LabelledDataset> frames, PeakTruth truth, SpectralAxis axis) {

  /**
   * Reads the table of peaks.
   *
   * @param origin of the peaks, or null where there is one alone
   * @throws InputException where a dataset has none, or they come from several origins
   */
  static ProbedFrames read(
      Catalogue catalogue,
      List<String> wanted,
      @Nullable String origin,
      VisiblePeaks rule,
      ModelCard card) {
    SpectralAxis axis = card.axis().axis();
    List<DatasetRow> datasets = new SpectraSelection(catalogue, wanted, null).datasets();
    List<LabelledDataset> frames = new ArrayList<>();
    List<List<SpectralPeak>> truth = new ArrayList<>();
    for (DatasetRow dataset : datasets) {
      List<PeaksRow> rows = rows(catalogue, dataset, origin);
      long[] ids = new long[rows.size()];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = truth.size();
        truth.add(rule.of(within(rows.get(i).peaks(), axis.values())));
      }
      frames.add(
          new LabelledDataset(
              dataset.datasetId(),
              rows.stream().mapToLong(PeaksRow::frame).toArray(),
              new int[ids.length],
              ids));
    }
    return new ProbedFrames(datasets, frames, new PeakTruth(truth, axis.values()), axis);
  }

  private static List<PeaksRow> rows(
      Catalogue catalogue, DatasetRow dataset, @Nullable String origin) {
    List<PeaksRow> rows =
        catalogue.peaks().read(dataset.datasetId()).stream()
            .filter(row -> origin == null || row.origin().equals(origin))
            .toList();
    TreeSet<String> origins = new TreeSet<>();
    rows.forEach(row -> origins.add(row.origin()));
    if (rows.isEmpty()) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          dataset.name(),
          "no peaks of its frames are known",
          "Simulate it anew into another catalogue: submit/debye simulate recipe=ramp writes the"
              + " table of peaks beside the spectra.");
    }
    if (origins.size() > 1) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          dataset.name(),
          "its peaks come from " + origins,
          "Choose one with origin=" + origins.first() + ".");
    }
    return rows;
  }

  private static List<SpectralPeak> within(List<SpectralPeak> peaks, double[] axis) {
    return peaks.stream()
        .filter(peak -> peak.position() >= axis[0] && peak.position() <= axis[axis.length - 1])
        .toList();
  }

  /** Of positions. */
  String unit() {
    return axis.kind().unit();
  }

  int count() {
    return truth.frames().size();
  }

  /** Place of a dataset's first frame among all; of one behind the last the number of frames. */
  int first(int dataset) {
    return frames.stream().limit(dataset).mapToInt(one -> one.frames().length).sum();
  }

  /** Names of the datasets. */
  String names() {
    return String.join(", ", datasets.stream().map(DatasetRow::name).toList());
  }

  void requireOthersThan(ProbedFrames learnt) {
    for (DatasetRow dataset : datasets) {
      if (learnt.datasets.stream().anyMatch(one -> one.datasetId().equals(dataset.datasetId()))) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            dataset.name(),
            "is learnt from and asked about",
            "Leave it out of learnt or of asked: neighbouring frames are nearly equal.");
      }
    }
  }
}
