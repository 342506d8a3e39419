package org.debye.spark.reduce;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.debye.hdf5.SeriesGrouping;
import org.debye.provenance.RunRecord;
import org.debye.spark.file.HadoopFileOpener;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.file.ImageSource;
import org.debye.spark.file.ListedSources;
import org.debye.spark.file.SourceListing;
import org.debye.spark.table.Catalogue;

/**
 * The reduce job: listed files to the tables of a catalogue. What the tables hold in its present
 * state is left alone; the rest is planned, reduced and committed batch by batch, so that a killed
 * run loses one batch of work and no other.
 */
public final class ReduceRun {
  private final SparkSession session;
  private final ReduceSettings settings;
  private final ReduceProgress progress;

  public ReduceRun(SparkSession session, ReduceSettings settings, ReduceProgress progress) {
    this.session = session;
    this.settings = settings;
    this.progress = ReduceProgress.serial(progress);
  }

  /**
   * Does what is missing and nothing else.
   *
   * @throws org.debye.failure.InputException where nothing can be begun: no input is there, a mask
   *     cannot be read, another run is writing to the catalogue
   */
  public ReduceSummary run() {
    Configuration conf = session.sparkContext().hadoopConfiguration();
    HadoopSettings hadoop = HadoopSettings.of(conf);
    CorrectionImages images =
        CorrectionImages.read(
            settings.corrections(), new ImageSource(new HadoopFileOpener(hadoop)));
    ListedSources listed = new SourceListing(hadoop, settings.files()).list(settings.input());
    Catalogue catalogue = Catalogue.at(settings.catalogue(), conf);
    RunRecord record =
        RunRecord.begin("reduce")
            .inputs(settings.input())
            .configuration(settings.configuration())
            .spark(session.version())
            .build();
    IncrementalRun.Wanted wanted =
        new IncrementalRun.Wanted(
            SeriesGrouping.group(listed.files()),
            listed.missing(),
            ConfigHash.of(settings, images),
            settings.retryFailed());
    return new IncrementalRun(session, catalogue, record, progress)
        .run(
            wanted,
            settings.frames().sum(),
            counter ->
                new BatchReduction(
                        JavaSparkContext.fromSparkContext(session.sparkContext()),
                        new Tasks(
                            hadoop, settings.plan(), catalogue.location(), record.runId(), counter),
                        settings,
                        images,
                        progress)
                    ::reduce);
  }
}
