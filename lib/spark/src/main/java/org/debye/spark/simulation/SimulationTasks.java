package org.debye.spark.simulation;

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
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.reduce.BatchResult;
import org.debye.spark.reduce.Work;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.debye.spectra.SpectralAxis;

/** What the tasks of a simulation do, shipped to them: one dataset each. */
record SimulationTasks(
    HadoopSettings hadoop, Simulation simulation, String catalogue, String configHash, String runId)
    implements Serializable {

  /** What a task gives back. */
  private record Outcome(SimulatedFiles.Finished files, DatasetRow row, SpectralAxis axis)
      implements Serializable {}

  /** Simulates a batch on the cluster. */
  BatchResult simulate(JavaSparkContext spark, List<Work> batch, LongAccumulator counter) {
    List<Outcome> outcomes =
        spark
            .parallelize(batch, batch.size())
            .mapPartitions(works -> write(works, counter))
            .collect();
    List<DatasetRow> rows = new ArrayList<>();
    List<DataFile> spectra = new ArrayList<>();
    List<DataFile> labels = new ArrayList<>();
    List<DataFile> peaks = new ArrayList<>();
    Map<String, SpectralAxis> axes = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      rows.add(outcome.row());
      spectra.add(outcome.files().spectra());
      labels.add(outcome.files().labels());
      peaks.addAll(outcome.files().peaks());
      axes.put(outcome.axis().id(), outcome.axis());
    }
    return new BatchResult(rows, spectra, new BatchCommit.Truth(labels, peaks), axes, 0, 0);
  }

  private Iterator<Outcome> write(Iterator<Work> works, LongAccumulator counter)
      throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    while (works.hasNext()) {
      outcomes.add(write(works.next(), counter));
    }
    return outcomes.iterator();
  }

  private Outcome write(Work work, LongAccumulator counter) throws IOException {
    Simulation.Dataset dataset = simulation.dataset(work.candidate().name());
    SpectralAxis axis = dataset.axis();
    SimulatedFiles.Origin origin =
        new SimulatedFiles.Origin(work.datasetId(), axis.id(), simulation.version(), runId);
    try (SimulatedFiles files =
        SimulatedFiles.open(hadoop.configuration(), catalogue, simulation.knowsPeaks(), origin)) {
      for (int frame = 0; frame < dataset.frames(); frame++) {
        files.write(frame, dataset.frame(frame));
        counter.add(1);
      }
      return new Outcome(files.finish(), row(work, dataset, axis.id()), axis);
    }
  }

  private DatasetRow row(Work work, Simulation.Dataset dataset, String axisId) {
    DatasetRow.Facts facts =
        new DatasetRow.Facts(
            dataset.sample(),
            "simulation " + simulation.version(),
            null,
            dataset.wavelength(),
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
