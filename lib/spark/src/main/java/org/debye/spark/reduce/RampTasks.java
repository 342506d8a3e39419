package org.debye.spark.reduce;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.debye.simulation.ramp.FrameTruth;
import org.debye.simulation.ramp.PointSums;
import org.debye.simulation.ramp.RampDataset;
import org.debye.simulation.ramp.SimulatedRamp;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.debye.spark.table.LabelRow;
import org.debye.spark.table.LabelsFile;
import org.debye.spark.table.PeaksFile;
import org.debye.spark.table.PeaksRow;
import org.debye.spark.table.SpectraFile;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.debye.spectra.baseline.Baseline;
import org.debye.spectra.baseline.BaselineSettings;

/** What the tasks of a simulation do, shipped to them: one dataset each. */
record RampTasks(
    HadoopSettings hadoop,
    long seed,
    PointSums sums,
    BaselineSettings baseline,
    String catalogue,
    String configHash,
    String runId)
    implements Serializable {

  /** What a task gives back. */
  private record Outcome(List<DataFile> spectra, BatchCommit.Truth truth, List<DatasetRow> rows)
      implements Serializable {}

  /** Simulates a batch on the cluster. */
  BatchResult simulate(JavaSparkContext spark, List<Work> batch, LongAccumulator counter) {
    List<Outcome> outcomes =
        spark
            .parallelize(batch, batch.size())
            .mapPartitions(part -> write(part, counter))
            .collect();
    List<DatasetRow> rows = new ArrayList<>();
    List<DataFile> spectra = new ArrayList<>();
    List<DataFile> labels = new ArrayList<>();
    List<DataFile> peaks = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      rows.addAll(outcome.rows());
      spectra.addAll(outcome.spectra());
      labels.addAll(outcome.truth().labels());
      peaks.addAll(outcome.truth().peaks());
    }
    SpectralAxis axis = axis();
    Map<String, SpectralAxis> axes = new TreeMap<>(Map.of(axis.id(), axis));
    return new BatchResult(rows, spectra, new BatchCommit.Truth(labels, peaks), axes, 0, 0);
  }

  private Iterator<Outcome> write(Iterator<Work> works, LongAccumulator counter)
      throws IOException {
    List<DatasetRow> rows = new ArrayList<>();
    try (SpectraFile spectra = SpectraFile.open(hadoop.configuration(), catalogue);
        LabelsFile labels = LabelsFile.open(hadoop.configuration(), catalogue);
        PeaksFile peaks = PeaksFile.open(hadoop.configuration(), catalogue)) {
      while (works.hasNext()) {
        rows.add(write(works.next(), spectra, labels, peaks, counter));
      }
      BatchCommit.Truth truth =
          new BatchCommit.Truth(List.of(labels.finish()), List.of(peaks.finish()));
      return List.of(new Outcome(List.of(spectra.finish()), truth, rows)).iterator();
    }
  }

  private DatasetRow write(
      Work work, SpectraFile spectra, LabelsFile labels, PeaksFile peaks, LongAccumulator counter)
      throws IOException {
    RampDataset dataset = RampDataset.named(work.candidate().name());
    SimulatedRamp ramp = new SimulatedRamp(dataset, seed);
    SpectralAxis axis = axis();
    String axisId = axis.id();
    Baseline estimator = Baseline.of(baseline, axis.points());
    for (int frame = 0; frame < dataset.frames(); frame++) {
      FrameTruth truth = ramp.truth(frame);
      Spectrum bare = sums.of(ramp.spectrum(frame), ramp.pixels());
      spectra.write(
          new SpectrumRow(
              work.datasetId(),
              frame,
              null,
              truth.timeSeconds(),
              dataset.exposureSeconds(),
              Map.of("pressure_GPa", truth.pressureGpa()),
              axisId,
              withBaseline(estimator, bare),
              runId));
      labels.write(label(work.datasetId(), truth));
      peaks.write(
          new PeaksRow(
              work.datasetId(),
              frame,
              ramp.peaks(frame),
              LabelRow.simulated(SimulatedRamp.VERSION),
              runId));
      counter.add(1);
    }
    return row(work, dataset, axisId);
  }

  private SpectralAxis axis() {
    return sums.axis(SimulatedRamp.axis());
  }

  private Spectrum withBaseline(Baseline estimator, Spectrum bare) {
    if (baseline instanceof BaselineSettings.None) {
      return bare;
    }
    float[] below = new float[bare.intensity().length];
    estimator.estimate(bare.intensity(), below);
    return new Spectrum(bare.intensity(), bare.sigma(), below);
  }

  private LabelRow label(String datasetId, FrameTruth truth) {
    return new LabelRow(
        datasetId,
        truth.frame(),
        truth.timeSeconds(),
        truth.label().number(),
        truth.label().key(),
        truth.pressureGpa(),
        truth.fractions(),
        LabelRow.simulated(SimulatedRamp.VERSION),
        runId);
  }

  private DatasetRow row(Work work, RampDataset dataset, String axisId) {
    DatasetRow.Facts facts =
        new DatasetRow.Facts(
            dataset.description(),
            "simulation " + SimulatedRamp.VERSION,
            null,
            SimulatedRamp.WAVELENGTH * 1e-10,
            "",
            "",
            configHash,
            axisId,
            List.of());
    return new DatasetRow(
        work.datasetId(),
        work.candidate().name(),
        work.candidate().files(),
        work.fingerprint(),
        facts,
        DatasetStatus.REDUCED,
        dataset.frames(),
        dataset.frames(),
        null,
        Instant.now(),
        runId);
  }
}
