package org.debye.spark.simulation;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.LabelRow;
import org.debye.spark.table.LabelsFile;
import org.debye.spark.table.PeaksFile;
import org.debye.spark.table.PeaksRow;
import org.debye.spark.table.SpectraFile;
import org.debye.spark.table.SpectrumRow;
import org.jspecify.annotations.Nullable;

/**
 * The files of one simulated dataset: spectra, labels and, where they are known, peaks. What is
 * closed before it is finished is no part of a table. Thread-confined.
 */
final class SimulatedFiles implements AutoCloseable {
  private final SpectraFile spectra;
  private final LabelsFile labels;
  private final @Nullable PeaksFile peaks;
  private final Origin origin;

  private SimulatedFiles(
      SpectraFile spectra, LabelsFile labels, @Nullable PeaksFile peaks, Origin origin) {
    this.spectra = spectra;
    this.labels = labels;
    this.peaks = peaks;
    this.origin = origin;
  }

  /**
   * What all rows have.
   *
   * @param version of the physics
   */
  record Origin(String datasetId, String axisId, String version, String runId) {}

  /** Whole files, committed nowhere. */
  record Finished(DataFile spectra, DataFile labels, List<DataFile> peaks)
      implements Serializable {}

  static SimulatedFiles open(Configuration conf, String catalogue, boolean withPeaks, Origin origin)
      throws IOException {
    return new SimulatedFiles(
        SpectraFile.open(conf, catalogue),
        LabelsFile.open(conf, catalogue),
        withPeaks ? PeaksFile.open(conf, catalogue) : null,
        origin);
  }

  void write(int number, Simulation.Frame frame) throws IOException {
    Double time = frame.timeSeconds();
    String said = LabelRow.simulated(origin.version());
    spectra.write(
        new SpectrumRow(
            origin.datasetId(),
            number,
            null,
            time == null ? Double.NaN : time,
            frame.exposureSeconds(),
            frame.conditions(),
            origin.axisId(),
            frame.spectrum(),
            origin.runId()));
    labels.write(
        new LabelRow(
            origin.datasetId(),
            number,
            time,
            frame.label(),
            frame.className(),
            frame.pressureGpa(),
            frame.fractions(),
            said,
            origin.runId()));
    if (peaks != null) {
      peaks.write(new PeaksRow(origin.datasetId(), number, frame.peaks(), said, origin.runId()));
    }
  }

  Finished finish() throws IOException {
    return new Finished(
        spectra.finish(), labels.finish(), peaks == null ? List.of() : List.of(peaks.finish()));
  }

  @Override
  public void close() throws IOException {
    try (spectra;
        labels;
        peaks) {
      // each is closed, whatever becomes of the others
    }
  }
}
