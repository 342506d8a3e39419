package org.debye.spark.reduce;

import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.debye.provenance.Digest;
import org.debye.provenance.RunRecord;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.file.ListedSources;
import org.debye.spark.file.SourceListing;
import org.debye.spark.file.SourceSelection;
import org.debye.spark.table.Catalogue;
import org.debye.spectra.absorption.AbsorptionImport;
import org.debye.spectra.text.ImportSettings;
import org.jspecify.annotations.Nullable;

/**
 * The import job: files of spectra to the tables of a catalogue, as incrementally as reduce. A file
 * is one dataset, its spectra are numbered from 0 in its order; repeated scans may be one.
 */
public final class ImportRun {
  private final SparkSession session;
  private final Settings settings;
  private final ReduceProgress progress;

  /**
   * Everything that the import needs to know.
   *
   * @param input files, directories (searched to any depth) or glob patterns; local paths or URIs
   * @param catalogue directory of the tables; a local path or URI
   * @param files which files of a directory are inputs
   * @param text how files are understood
   * @param merge regular expression by which files are repeated scans of one sample ({@link
   *     ScanFiles}); null where each file is a dataset
   * @param absorption what becomes of absorption spectra; null to leave all as they are
   * @param retryFailed whether failed files that have not changed are tried again
   * @param configuration the whole configuration as canonical text, for the record of the run
   */
  public record Settings(
      List<String> input,
      String catalogue,
      SourceSelection files,
      ImportSettings text,
      @Nullable String merge,
      @Nullable AbsorptionImport absorption,
      boolean retryFailed,
      String configuration) {
    public Settings {
      input = List.copyOf(input);
    }
  }

  public ImportRun(SparkSession session, Settings settings, ReduceProgress progress) {
    this.session = session;
    this.settings = settings;
    this.progress = ReduceProgress.serial(progress);
  }

  /**
   * Does what is missing and nothing else.
   *
   * @throws org.debye.failure.InputException where no input is there, or another run is writing to
   *     the catalogue
   */
  public ReduceSummary run() {
    Configuration conf = session.sparkContext().hadoopConfiguration();
    HadoopSettings hadoop = HadoopSettings.of(conf);
    ListedSources listed = new SourceListing(hadoop, settings.files()).list(settings.input());
    Catalogue catalogue = Catalogue.at(settings.catalogue(), conf);
    RunRecord record =
        RunRecord.begin("import")
            .inputs(settings.input())
            .configuration(settings.configuration())
            .spark(session.version())
            .build();
    String configHash = configHash();
    IncrementalRun.Wanted wanted =
        new IncrementalRun.Wanted(
            ScanFiles.candidates(listed.files(), settings.merge()),
            listed.missing(),
            configHash,
            settings.retryFailed());
    return new IncrementalRun(session, catalogue, record, progress)
        .run(
            wanted,
            1,
            counter ->
                batch ->
                    new TextTasks(
                            hadoop,
                            settings.text(),
                            settings.absorption(),
                            catalogue.location(),
                            configHash,
                            record.runId())
                        .read(
                            JavaSparkContext.fromSparkContext(session.sparkContext()),
                            batch,
                            counter));
  }

  /** What is left as it is has the digest of versions that knew nothing else. */
  private String configHash() {
    ImportSettings text = settings.text();
    Digest digest =
        new Digest()
            .add("import")
            .add(text.axisKind())
            .add((Object) text.axisScale())
            .add(text.axisColumn())
            .add(Arrays.toString(text.axisValues()))
            .add(text.intensityColumns())
            .add(text.sigmaColumn())
            .add(text.quantity())
            .add(text.layout())
            .add((long) text.skipLines());
    if (settings.absorption() != null) {
      digest.add(settings.absorption());
    }
    if (settings.merge() != null) {
      digest.add("merge " + settings.merge());
    }
    return digest.hex();
  }
}
