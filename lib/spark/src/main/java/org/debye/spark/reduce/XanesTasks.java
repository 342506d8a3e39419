package org.debye.spark.reduce;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.debye.simulation.absorption.AbsorbingSite;
import org.debye.simulation.absorption.SimulatedXanes;
import org.debye.simulation.absorption.XanesElement;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.debye.spark.table.LabelRow;
import org.debye.spark.table.LabelsFile;
import org.debye.spark.table.SpectraFile;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.debye.spectra.absorption.environment.LocalEnvironment;

/** What the tasks of a simulation of absorption spectra do, shipped to them: one element each. */
record XanesTasks(
    HadoopSettings hadoop,
    long seed,
    double share,
    String catalogue,
    String configHash,
    String runId)
    implements Serializable {

  /** What a task gives back. */
  private record Outcome(
      List<DataFile> spectra,
      BatchCommit.Truth truth,
      List<DatasetRow> rows,
      Map<String, SpectralAxis> axes)
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
    Map<String, SpectralAxis> axes = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      rows.addAll(outcome.rows());
      spectra.addAll(outcome.spectra());
      labels.addAll(outcome.truth().labels());
      axes.putAll(outcome.axes());
    }
    BatchCommit.Truth truth = new BatchCommit.Truth(labels, List.of());
    return new BatchResult(rows, spectra, truth, axes, 0, 0);
  }

  private Iterator<Outcome> write(Iterator<Work> works, LongAccumulator counter)
      throws IOException {
    if (!works.hasNext()) {
      return List.<Outcome>of().iterator();
    }
    List<DatasetRow> rows = new ArrayList<>();
    Map<String, SpectralAxis> axes = new TreeMap<>();
    try (SpectraFile spectra = SpectraFile.open(hadoop.configuration(), catalogue);
        LabelsFile labels = LabelsFile.open(hadoop.configuration(), catalogue)) {
      while (works.hasNext()) {
        rows.add(write(works.next(), spectra, labels, axes, counter));
      }
      BatchCommit.Truth truth = new BatchCommit.Truth(List.of(labels.finish()), List.of());
      return List.of(new Outcome(List.of(spectra.finish()), truth, rows, axes)).iterator();
    }
  }

  private DatasetRow write(
      Work work,
      SpectraFile spectra,
      LabelsFile labels,
      Map<String, SpectralAxis> axes,
      LongAccumulator counter)
      throws IOException {
    XanesElement element = XanesElement.valueOf(work.candidate().name().toUpperCase(Locale.ROOT));
    SimulatedXanes xanes = new SimulatedXanes(element, seed, share);
    SpectralAxis axis = xanes.grid().axis();
    String axisId = axis.id();
    axes.put(axisId, axis);
    for (int frame = 0; frame < xanes.sites(); frame++) {
      AbsorbingSite site = xanes.site(frame);
      float[] values = xanes.spectrum(frame, site, xanes.grid(), 0);
      spectra.write(
          new SpectrumRow(
              work.datasetId(),
              frame,
              null,
              Double.NaN,
              Double.NaN,
              Map.of("mean_distance_A", site.meanDistance()),
              axisId,
              new Spectrum(values, Spectrum.NONE, Spectrum.NONE),
              runId));
      labels.write(label(work.datasetId(), frame, site.environment()));
      counter.add(1);
    }
    return row(work, xanes, axisId);
  }

  private LabelRow label(String datasetId, int frame, LocalEnvironment environment) {
    return new LabelRow(
        datasetId,
        frame,
        null,
        environment.number(),
        environment.name(),
        null,
        Map.of(),
        LabelRow.simulated(SimulatedXanes.VERSION),
        runId);
  }

  private DatasetRow row(Work work, SimulatedXanes xanes, String axisId) {
    DatasetRow.Facts facts =
        new DatasetRow.Facts(
            xanes.element().symbol() + " oxides, sites T4, S5, O6",
            "simulation " + SimulatedXanes.VERSION,
            null,
            null,
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
        xanes.sites(),
        xanes.sites(),
        null,
        Instant.now(),
        runId);
  }
}
