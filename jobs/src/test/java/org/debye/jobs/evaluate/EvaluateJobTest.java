package org.debye.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.jobs.train.SmallRamps;
import org.debye.jobs.train.TableState;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.MetricRow;
import org.debye.spark.table.ModelRow;
import org.debye.spark.table.PredictionRow;
import org.debye.spark.table.SweepResultRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models beside labels: which frames count, and that the numbers are those of the tables. */
final class EvaluateJobTest {
  private static final Map<String, Integer> CHANGES = Map.of("D1", 12, "D2", 15, "D3", 18);

  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  @BeforeAll
  static void models() throws IOException {
    catalogue = SmallRamps.write(folder.resolve("tables"));
    CommandRun network =
        SmallRamps.train(
            catalogue,
            "model=fcnn",
            "split.grouping=by-frame",
            "split.validation=0.2",
            "split.test=0.2",
            "epochs=3");
    assertThat(network.code()).as(network.err()).isEqualTo(ExitCode.DONE);
    CommandRun rival = SmallRamps.train(catalogue, "model=endmembers", "split.kind=none");
    assertThat(rival.code()).as(rival.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aGroupIsTheMeanOfItsDatasets() throws IOException {
    CommandRun run = evaluate("model=fcnn", "name=groups", "part=all", "groups=[early=D1+D2]");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    List<String> lines = Files.readAllLines(folder.resolve("tables/figures/groups/groups.csv"));
    assertThat(lines.get(0)).isEqualTo("model,D1,D2,D3,mean of early,mean of all");
    double[] row =
        Arrays.stream(lines.get(1).split(",", -1))
            .skip(1)
            .mapToDouble(Double::parseDouble)
            .toArray();
    assertThat(row[3]).isCloseTo((row[0] + row[1]) / 2, within(0.011));
    assertThat(row[4]).isCloseTo((row[0] + row[1] + row[2]) / 3, within(0.011));
    List<MetricRow> metrics = metrics("groups");
    double first =
        metrics.stream()
            .filter(one -> "D1".equals(one.datasetId()) && one.name().equals("accuracy"))
            .mapToDouble(MetricRow::value)
            .findFirst()
            .orElseThrow();
    assertThat(row[0]).isCloseTo(100 * first, within(0.0051));
    CommandRun refused = evaluate("model=fcnn", "groups=[early]");
    assertThat(refused.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(refused.err())
        .contains(
            "early is not a group of datasets. Write a name and its datasets, such as FeO=D8+D9.");
  }

  @Test
  void unseenFramesAreCountedByHand() {
    CommandRun run = evaluate("model=fcnn", "name=unseen", "figures=true");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    List<MetricRow> metrics = metrics("unseen");
    ModelRow row = catalogue.models().named("fcnn").get(0);
    Counted all = new Counted();
    for (String dataset : CHANGES.keySet()) {
      Counted own = new Counted();
      for (PredictionRow one : predictions("fcnn", dataset)) {
        if (!in(row.trainingFrames(), one) && !in(row.validationFrames(), one)) {
          own.add(one);
          all.add(one);
        }
      }
      own.check(metrics, dataset);
    }
    assertThat(all.frames).isEqualTo(18);
    all.check(metrics, null);
    assertThat(run.out()).contains("Frames, fcnn", "taken for after");
    for (String name : List.of("models.csv", "datasets.csv", "frames-fcnn.csv")) {
      assertThat(folder.resolve("tables/figures/unseen/" + name)).isNotEmptyFile();
    }

    Map<String, Long> versions = TableState.versions(catalogue);
    CommandRun again = evaluate("model=fcnn", "name=unseen");
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(TableState.versions(catalogue)).isEqualTo(versions);
  }

  @Test
  void allFramesAreCountedByHand() {
    assertThat(evaluate("model=fcnn", "part=all", "name=all").code()).isEqualTo(ExitCode.DONE);
    Counted all = new Counted();
    CHANGES.keySet().forEach(dataset -> predictions("fcnn", dataset).forEach(all::add));
    assertThat(all.frames).isEqualTo(3 * SmallRamps.FRAMES);
    all.check(metrics("all"), null);
  }

  @Test
  void aModelThatHasSeenAllHasNothingToBeScoredOn() {
    CommandRun run = evaluate("model=endmembers");
    assertThat(run.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err())
        .contains("no labelled frame is left to score on")
        .contains("Label frames that no model was trained with, or set part=all.");
  }

  @Test
  void aModelFromElsewhereIsScoredOnAllFramesAlone() throws IOException {
    Path copy = copied("elsewhere/mine");
    CommandRun run = evaluate("model=" + copy);
    assertThat(run.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err())
        .contains(copy.toString(), "nobody knows which frames it has seen. Set part=all, or name");

    CommandRun all = evaluate("model=" + copy, "part=all", "name=copied");
    assertThat(all.code()).as(all.err()).isEqualTo(ExitCode.DONE);
    assertThat(all.out()).contains("mine");
    Counted counted = new Counted();
    CHANGES.keySet().forEach(dataset -> predictions("mine", dataset).forEach(counted::add));
    counted.check(metrics("copied"), null);
  }

  @Test
  void twoModelsOfOneNameHavePicturesOfTheirOwn() throws IOException {
    Path copy = copied("other/fcnn");
    CommandRun run =
        evaluate("model=[fcnn, " + copy + "]", "part=all", "name=namesakes", "figures=true");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    for (String name :
        List.of("abstention-fcnn.png", "abstention-fcnn-2.png", "frames-fcnn-2.csv")) {
      assertThat(folder.resolve("tables/figures/namesakes/" + name)).isNotEmptyFile();
    }
  }

  /** The checkpoint of the catalogue's model in another folder. */
  private static Path copied(String to) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(to));
    try (Stream<Path> files = Files.list(TableState.folder(catalogue, "fcnn"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName().toString()));
      }
    }
    return copy;
  }

  /** What the predictions and the labels say, frame by frame. */
  private static final class Counted {
    private int frames;
    private int right;
    private double logLoss;
    private double brier;
    private final int[] tables = new int[4];

    void add(PredictionRow one) {
      boolean before = one.frame() < Objects.requireNonNull(CHANGES.get(one.datasetId()));
      double p = Objects.requireNonNull(one.probabilities().get(before ? "before" : "after"));
      boolean hit = p > 0.5;
      frames++;
      right += hit ? 1 : 0;
      logLoss -= Math.log(p);
      brier += 2 * (1 - p) * (1 - p);
      tables[(before ? 0 : 2) + (hit ? 0 : 1)]++;
    }

    void check(List<MetricRow> metrics, @Nullable String dataset) {
      Map<String, Double> found = new TreeMap<>();
      metrics.stream()
          .filter(row -> Objects.equals(row.datasetId(), dataset))
          .forEach(row -> found.put(row.name(), row.value()));
      if (frames == 0) {
        assertThat(found).doesNotContainKey("accuracy");
        return;
      }
      assertThat(found).containsEntry("frames", (double) frames);
      assertThat(found.get("accuracy")).isCloseTo((double) right / frames, within(1e-12));
      assertThat(found.get("log_loss")).isCloseTo(logLoss / frames, within(1e-9));
      assertThat(found.get("brier")).isCloseTo(brier / frames, within(1e-9));
      double recall =
          (tables[0] / Math.max(1.0, tables[0] + tables[1])
                  + tables[2] / Math.max(1.0, tables[2] + tables[3]))
              / 2;
      boolean both = tables[0] + tables[1] > 0 && tables[2] + tables[3] > 0;
      if (both) {
        assertThat(found.get("macro_recall")).isCloseTo(recall, within(1e-12));
      }
    }
  }

  private static boolean in(Map<String, long[]> frames, PredictionRow one) {
    long[] own = frames.get(one.datasetId());
    return own != null && Arrays.stream(own).anyMatch(frame -> frame == one.frame());
  }

  private static CommandRun evaluate(String... words) {
    List<String> all = new ArrayList<>(List.of("evaluate", "catalogue=" + catalogue.location()));
    if (!List.of(words).contains("figures=true")) {
      all.add("figures=false");
    }
    all.addAll(List.of(words));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static List<MetricRow> metrics(String name) {
    List<SweepResultRow> rows = catalogue.sweepResults().read("evaluate/" + name);
    assertThat(rows).hasSize(1);
    return catalogue.metrics().read(rows.get(0).cellId());
  }

  private static List<PredictionRow> predictions(String model, String dataset) {
    return catalogue.sweepResults().read("predict/" + model).stream()
        .filter(row -> dataset.equals(row.parameters().get("dataset_id")))
        .flatMap(row -> catalogue.predictions().read(row.cellId()).stream())
        .toList();
  }
}
