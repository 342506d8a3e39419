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
import org.debye.simulation.absorption.SimulatedXanes;
import org.debye.simulation.absorption.XanesElement;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.file.SourceState;
import org.debye.spark.table.Catalogue;

/**
 * Simulated absorption spectra to the tables of a catalogue, with labels, as incrementally as
 * reduce: one dataset an element, one frame a site.
 */
public final class XanesRun {
  private final SparkSession session;
  private final Settings settings;
  private final ReduceProgress progress;

  /**
   * Everything that the simulation needs to know.
   *
   * @param elements each one dataset of the catalogue
   * @param seed of all randomness
   * @param share of the sites of the published table
   * @param catalogue directory of the tables; a local path or URI
   * @param configuration the whole configuration as canonical text, for the record of the run
   */
  public record Settings(
      List<XanesElement> elements,
      long seed,
      double share,
      String catalogue,
      String configuration) {
    public Settings {
      elements = List.copyOf(elements);
    }
  }

  public XanesRun(SparkSession session, Settings settings, ReduceProgress progress) {
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
            .inputs(settings.elements().stream().map(one -> source(one).toString()).toList())
            .configuration(settings.configuration())
            .spark(session.version())
            .seed(settings.seed())
            .build();
    String configHash = configHash();
    IncrementalRun.Wanted wanted =
        new IncrementalRun.Wanted(
            settings.elements().stream().map(XanesRun::candidate).toList(),
            List.of(),
            configHash,
            false);
    XanesTasks tasks =
        new XanesTasks(
            HadoopSettings.of(conf),
            settings.seed(),
            settings.share(),
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

  private String configHash() {
    return new Digest()
        .add(SimulatedXanes.VERSION)
        .add(settings.seed())
        .add((Object) settings.share())
        .hex();
  }

  /** No file: what stands in its place where a dataset's sources are named. */
  private static URI source(XanesElement element) {
    return URI.create(
        SourceState.SIMULATED
            + ":/"
            + SimulatedXanes.VERSION
            + "/"
            + element.symbol().toLowerCase(Locale.ROOT));
  }

  private static StackCandidate candidate(XanesElement element) {
    return new StackCandidate(element.symbol(), List.of(new SourceFile(source(element), 0, 0)));
  }
}
