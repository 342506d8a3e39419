package org.debye.jobs.explore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.scene.SceneInput;
import org.debye.provenance.Digest;
import org.debye.provenance.RunRecord;
import org.debye.spark.DebyeSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.FitWriter;
import org.debye.spark.table.PredictionRow;
import org.debye.spark.table.SweepResultRow;
import org.jspecify.annotations.Nullable;

/**
 * An exploration in the tables of a catalogue: a row of {@code sweep_results} under its name as the
 * study, and a row of {@code predictions} for each spectrum.
 */
final class ExploreTables {
  /** What the clusters' rows have in their column {@code model}. */
  static final String MODEL = "spectral-clustering";

  /** Raised when the same keys come to mean other numbers. */
  private static final int MEANING = 2;

  private static final String JOB = "explore";

  /** Where things are, and what is shown of them. The spectra themselves are digested. */
  private static final List<String> OF_NO_CONSEQUENCE =
      List.of("input:", "catalogue:", "figures:", "name:", "labels.file:", "labels.variable:");

  private final Catalogue catalogue;
  private final ExploreConfig config;
  private final SceneInput input;
  private final String id;

  ExploreTables(
      Catalogue catalogue, ExploreConfig config, SceneInput input, int @Nullable [] known) {
    this.catalogue = catalogue;
    this.config = config;
    this.input = input;
    this.id = id(Arrays.toString(known));
  }

  /** Equal ids stand for equal numbers. */
  String id() {
    return id;
  }

  private String id(String known) {
    Digest digest =
        new Digest()
            .add((long) MEANING)
            .add(input.axis().id())
            .add(input.points())
            .add(input.scene().values())
            .add(known);
    for (SceneInput.Place place : input.places()) {
      digest.add(place.datasetId()).add(place.frame());
    }
    ConfigText.of(config)
        .lines()
        .filter(line -> OF_NO_CONSEQUENCE.stream().noneMatch(line::startsWith))
        .forEach(digest::add);
    return config.title() + "/" + JOB + "/" + digest.hex();
  }

  /** Whether an earlier run has written the same. */
  boolean known() {
    return catalogue.sweepResults().version() >= 0
        && catalogue.sweepResults().states(config.title()).containsKey(id);
  }

  /** All of it or nothing. */
  void write(Explored found, List<String> warnings, double cpuSeconds, double wallSeconds) {
    var session = DebyeSession.open(JOB);
    RunRecord record =
        RunRecord.begin(JOB)
            .inputs(List.of(config.input() == null ? catalogue.location() : config.input()))
            .configuration(ConfigText.of(config))
            .spark(DebyeSession.sparkVersion())
            .seed(config.seed())
            .build();
    try (FitWriter writer = FitWriter.open(session, catalogue, record)) {
      catalogue.axes().add(List.of(input.axis()));
      String run = record.runId();
      writer.write(
          new SweepResultRow(
              config.title(),
              id,
              JOB + " " + MEANING,
              id,
              parameters(),
              warnings.isEmpty() ? CellStatus.DONE : CellStatus.FLAGGED,
              warnings.isEmpty()
                  ? null
                  : new SweepResultRow.Problem("DOUBTFUL", String.join("; ", warnings)),
              ExploreMetrics.numbers(found),
              ExploreMetrics.arrays(found, input.points(), config.transition().level()),
              cpuSeconds,
              wallSeconds,
              Instant.now().truncatedTo(ChronoUnit.MICROS),
              run),
          IntStream.range(0, input.spectra())
              .mapToObj(
                  i ->
                      PredictionRow.of(
                          id,
                          MODEL,
                          input.places().get(i).datasetId(),
                          input.places().get(i).frame(),
                          Integer.toString(found.labels()[i]),
                          run)));
    }
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = ConfigText.byKey(config);
    parameters.put("axis_id", input.axis().id());
    return parameters;
  }
}
