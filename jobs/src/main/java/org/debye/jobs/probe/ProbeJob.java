package org.debye.jobs.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.debye.figures.Figure;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.train.TrainedEncoder;
import org.debye.learning.Libtorch;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.probe.PeakAnswers;
import org.debye.provenance.Digest;
import org.debye.provenance.RunRecord;
import org.debye.spark.DebyeSession;
import org.debye.spark.OpenSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.FitWriter;
import org.debye.spark.table.MetricRow;
import org.debye.spark.table.SweepResultRow;
import org.debye.spark.training.RankExamples;

/** A trained encoder to what linear layers read off it about peaks. */
public final class ProbeJob implements Job<ProbeConfig> {
  private static final int MEANING = 1;

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public String summary() {
    return "what a trained encoder knows of peaks: their number, positions and regions";
  }

  @Override
  public Class<ProbeConfig> config() {
    return ProbeConfig.class;
  }

  @Override
  public String example() {
    return "probe conf/probe-peaks.yaml catalogue=tables";
  }

  @Override
  public ExitCode run(JobContext context, ProbeConfig config) {
    Console console = context.console();
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    OpenSession spark = OpenSession.of(name());
    TrainedEncoder encoder = TrainedEncoder.of(catalogue, config.encoder(), spark.hadoop());
    ModelCard card = encoder.model().card();
    ProbedFrames learnt = frames(catalogue, config, config.learnt(), card);
    ProbedFrames asked = frames(catalogue, config, config.asked(), card);
    asked.requireOthersThan(learnt);
    int most = Math.max(learnt.truth().most(), asked.truth().most());
    console.error(
        "debye: %,d frames of %s teach, %,d frames of %s are asked about; up to %d peaks"
            .formatted(learnt.count(), learnt.names(), asked.count(), asked.names(), most));
    // Said, since sums of another number of threads differ in their last digits.
    Libtorch.load(Runtime.getRuntime().availableProcessors());
    Probing probing = new Probing(console, config, catalogue, encoder, spark.hadoop());
    Map<String, PeakAnswers> answers = probing.answers(learnt, asked, most);
    ProbeReport report = new ProbeReport(asked, answers, encoder.model().row());
    write(spark, catalogue, config, encoder, report);
    show(console, catalogue, config, probing, report, encoder.model().name());
    return ExitCode.DONE;
  }

  private static ProbedFrames frames(
      Catalogue catalogue, ProbeConfig config, List<String> wanted, ModelCard card) {
    return ProbedFrames.read(catalogue, wanted, config.origin(), config.peaks().rule(), card);
  }

  private void write(
      OpenSession spark,
      Catalogue catalogue,
      ProbeConfig config,
      TrainedEncoder encoder,
      ProbeReport report) {
    RunRecord record =
        RunRecord.begin(name())
            .inputs(List.of(catalogue.location()))
            .configuration(ConfigText.of(config))
            .spark(DebyeSession.sparkVersion())
            .seed(config.seed())
            .build();
    String study = name() + "/" + config.name();
    String fit = study + "/" + encoder.model().identity();
    List<MetricRow> metrics = report.metrics(fit, encoder.model().name(), record.runId());
    Digest digest = new Digest().add((long) MEANING);
    Map<String, Double> numbers = new TreeMap<>();
    for (MetricRow row : metrics) {
      digest.add(row.datasetId()).add(row.name()).add(Double.doubleToLongBits(row.value()));
      if (row.datasetId() == null) {
        numbers.put(row.name(), row.value());
      }
    }
    String fingerprint = digest.hex();
    if (catalogue.sweepResults().states(study).entrySet().stream()
        .anyMatch(
            one -> one.getKey().equals(fit) && one.getValue().fingerprint().equals(fingerprint))) {
      return;
    }
    SweepResultRow result =
        new SweepResultRow(
            study,
            fit,
            name() + " " + MEANING,
            fingerprint,
            Map.of("encoder", encoder.model().name()),
            CellStatus.DONE,
            null,
            numbers,
            Map.of(),
            0,
            0,
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            record.runId());
    try (FitWriter writer = FitWriter.open(spark.session(), catalogue, record)) {
      writer.write(result, Stream.of(), List.of(), metrics.stream());
    }
  }

  private static void show(
      Console console,
      Catalogue catalogue,
      ProbeConfig config,
      Probing probing,
      ProbeReport report,
      String encoder) {
    console.line(report.all().text() + "\n");
    console.line(report.datasets().text() + "\n");
    PictureFolder folder = new PictureFolder(catalogue, config.name());
    try (RankExamples asked = probing.read(report.asked().frames())) {
      folder.write("peaks", report.all());
      folder.write("datasets", report.datasets());
      if (config.figures()) {
        PeakAnswers answer = Objects.requireNonNull(report.answers().get(Probing.ENCODER));
        ProbeFigures figures =
            new ProbeFigures(report.asked(), answer, Probing.spectra(asked), encoder);
        for (Map.Entry<String, Figure> figure : figures.all().entrySet()) {
          folder.draw(figure.getKey(), figure.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.line("tables    " + catalogue.location() + " (metrics, sweep_results, runs)");
    console.line("figures   " + folder.place());
  }
}
