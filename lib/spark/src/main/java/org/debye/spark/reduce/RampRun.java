package org.debye.spark.reduce;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.debye.hdf5.SourceFile;
import org.debye.hdf5.StackCandidate;
import org.debye.provenance.Digest;
import org.debye.provenance.RunRecord;
import org.debye.simulation.ramp.PointSums;
import org.debye.simulation.ramp.RampDataset;
import org.debye.simulation.ramp.SimulatedRamp;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.file.SourceState;
import org.debye.spark.table.Catalogue;
import org.debye.spectra.baseline.BaselineSettings;

/**
 * Simulated compression ramps to the tables of a catalogue, spectra with labels and truth, as
 * incrementally as reduce: what has been simulated with the same settings is left alone.
 */
public final class RampRun {
  private final SparkSession session;
  private final Settings settings;
  private final ReduceProgress progress;

  /**
   * Everything that the simulation needs to know.
   *
   * @param datasets each one dataset of the catalogue
   * @param seed of all randomness
   * @param sums of neighbouring points
   * @param baseline estimated into its own column
   * @param catalogue directory of the tables; a local path or URI
   * @param configuration the whole configuration as canonical text, for the record of the run
   */
  public record Settings(
      List<RampDataset> datasets,
      long seed,
      PointSums sums,
      BaselineSettings baseline,
      String catalogue,
      String configuration) {
    public Settings {
      datasets = List.copyOf(datasets);
    }
  }

  public RampRun(SparkSession session, Settings settings, ReduceProgress progress) {
    this.session = session;
    this.settings = settings;
    this.progress = ReduceProgress.serial(progress);
  }

  /**
   * Does what is missing and nothing else.
   *
   * @throws org.debye.failure.InputException where another run is writing to the catalogue
   */
  public ReduceSummary run() {
    Configuration conf = session.sparkContext().hadoopConfiguration();
    Catalogue catalogue = Catalogue.at(settings.catalogue(), conf);
    RunRecord record =
        RunRecord.begin("simulate")
            .inputs(settings.datasets().stream().map(one -> source(one).toString()).toList())
            .configuration(settings.configuration())
            .spark(session.version())
            .seed(settings.seed())
            .build();
    String configHash = configHash();
    IncrementalRun.Wanted wanted =
        new IncrementalRun.Wanted(
            settings.datasets().stream().map(RampRun::candidate).toList(),
            List.of(),
            configHash,
            false);
    RampTasks tasks =
        new RampTasks(
            HadoopSettings.of(conf),
            settings.seed(),
            settings.sums(),
            settings.baseline(),
            catalogue.location(),
            configHash,
            record.runId());
    return new IncrementalRun(session, catalogue, record, progress)
        .run(
            wanted,
            1,
            counter ->
                batch ->
                    tasks.simulate(
                        JavaSparkContext.fromSparkContext(session.sparkContext()), batch, counter));
  }

  /** Ramps of all points are those of versions that could make no others. */
  private String configHash() {
    Digest digest =
        new Digest().add(SimulatedRamp.VERSION).add(settings.seed()).add(settings.baseline());
    int neighbours = settings.sums().neighbours();
    return (neighbours == 1 ? digest : digest.add((long) neighbours)).hex();
  }

  /** No file: what stands in its place where a dataset's sources are named. */
  private static URI source(RampDataset dataset) {
    return URI.create(
        SourceState.SIMULATED
            + ":/"
            + SimulatedRamp.VERSION
            + "/"
            + dataset.name().toLowerCase(Locale.ROOT));
  }

  private static StackCandidate candidate(RampDataset dataset) {
    return new StackCandidate(dataset.name(), List.of(new SourceFile(source(dataset), 0, 0)));
  }
}
