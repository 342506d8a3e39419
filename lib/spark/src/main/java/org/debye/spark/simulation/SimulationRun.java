package org.debye.spark.simulation;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.debye.hdf5.SourceFile;
import org.debye.hdf5.StackCandidate;
import org.debye.provenance.RunRecord;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.file.SourceState;
import org.debye.spark.reduce.IncrementalRun;
import org.debye.spark.reduce.ReduceProgress;
import org.debye.spark.reduce.ReduceSummary;
import org.debye.spark.table.Catalogue;

/**
 * A simulation to the tables of a catalogue, spectra with labels and truth, as incrementally as
 * reduce: what has been simulated with the same settings is left alone.
 */
public final class SimulationRun {
  private final SparkSession session;
  private final Simulation simulation;
  private final Target target;
  private final ReduceProgress progress;

  /**
   * Where to, and what the record of the run says.
   *
   * @param catalogue directory of the tables; a local path or URI
   * @param configuration the whole configuration as canonical text
   */
  public record Target(String catalogue, String configuration) {}

  public SimulationRun(
      SparkSession session, Simulation simulation, Target target, ReduceProgress progress) {
    this.session = session;
    this.simulation = simulation;
    this.target = target;
    this.progress = ReduceProgress.serial(progress);
  }

  /**
   * Does what is missing and nothing else.
   *
   * @throws org.debye.failure.InputException where another run is writing to the catalogue
   */
  public ReduceSummary run() {
    Configuration conf = session.sparkContext().hadoopConfiguration();
    Catalogue catalogue = Catalogue.at(target.catalogue(), conf);
    RunRecord record =
        RunRecord.begin("simulate")
            .inputs(simulation.names().stream().map(one -> source(one).toString()).toList())
            .configuration(target.configuration())
            .spark(session.version())
            .seed(simulation.seed())
            .build();
    String configHash = simulation.configHash();
    SimulationTasks tasks =
        new SimulationTasks(
            HadoopSettings.of(conf), simulation, catalogue.location(), configHash, record.runId());
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    return new IncrementalRun(session, catalogue, record, progress)
        .run(
            new IncrementalRun.Wanted(
                simulation.names().stream().map(this::candidate).toList(),
                List.of(),
                configHash,
                false),
            1,
            counter -> batch -> tasks.simulate(spark, batch, counter));
  }

  /** No file: what stands in its place where a dataset's sources are named. */
  private URI source(String dataset) {
    return URI.create(
        SourceState.SIMULATED
            + ":/"
            + simulation.version()
            + "/"
            + dataset.toLowerCase(Locale.ROOT));
  }

  private StackCandidate candidate(String dataset) {
    return new StackCandidate(dataset, List.of(new SourceFile(source(dataset), 0, 0)));
  }
}
