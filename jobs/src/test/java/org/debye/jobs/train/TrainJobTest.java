package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.MetricRow;
import org.debye.spark.table.ModelRow;
import org.debye.spark.table.PredictionRow;
import org.debye.spark.table.SweepResultRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models trained by the command line, from labelled ramps of three datasets. */
final class TrainJobTest {
  private static final String LAST = "split.kind=leave-one-dataset-out";

  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  @BeforeAll
  static void ramps() throws IOException {
    catalogue = SmallRamps.write(folder.resolve("tables"));
  }

  @Test
  void aNetworkIsTrainedTestedAndNotTrainedAgain() throws IOException {
    CommandRun run = train("model=cnn", "figures=true");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .contains("debye: 90 labelled spectra of 128 points in 3 datasets: 45 before, 45 after");
    assertThat(run.out()).contains("Training", "trained", "Models", "Datasets", "models/cnn");
    ModelRow row = model("cnn");
    assertThat(row.trainingFrames()).hasSize(2);
    assertThat(row.trainingFrames().values()).allSatisfy(f -> assertThat(f).hasSize(30));
    assertThat(row.validationFrames()).isEmpty();
    assertThat(row.classes()).containsExactly("before", "after");
    assertThat(row.epochs()).isEqualTo(8);
    assertThat(row.worldSize()).isEqualTo(1);
    ModelCard card =
        ModelFolder.at(new LocalFolderStore(TableState.folder(catalogue, "cnn"))).card();
    assertThat(card.architecture().parameters()).isEqualTo(row.parameters()).isPositive();
    assertThat(card.training().epoch()).isEqualTo(8);

    List<MetricRow> metrics = catalogue.metrics().read(row.fitId());
    assertThat(values(metrics, "training", "loss")).hasSize(8);
    assertThat(values(metrics, "training", "loss").get(7))
        .isLessThan(0.5 * values(metrics, "training", "loss").get(0));
    assertThat(values(metrics, "training", "steps").get(7)).isEqualTo(8 * 4.0);
    assertThat(values(metrics, "validation", "loss")).isEmpty();
    String left = left(row);
    assertThat(metric(metrics, null, "frames")).isEqualTo(30);
    assertThat(metric(metrics, left, "frames")).isEqualTo(30);
    assertThat(metric(metrics, left, "accuracy")).isGreaterThan(0.9);
    assertThat(metric(metrics, left, "true_boundary_before_to_after")).isEqualTo(change(left));
    assertThat(predictions("cnn").keySet()).containsExactly(left);
    assertThat(predictions("cnn").get(left))
        .hasSize(30)
        .allSatisfy(
            one ->
                assertThat(one.probabilities().values().stream().mapToDouble(p -> p).sum())
                    .isCloseTo(1, within(1e-6)));
    for (String name : List.of("epochs.png", "epochs.svg", "training.csv", "models.csv")) {
      assertThat(folder.resolve("tables/figures/cnn/" + name)).isNotEmptyFile();
    }

    Map<String, Long> versions = TableState.versions(catalogue);
    String weights = TableState.weights(catalogue, "cnn");
    CommandRun again = train("model=cnn");
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).contains("unchanged").doesNotContain("trained\n");
    assertThat(TableState.versions(catalogue)).isEqualTo(versions);
    assertThat(TableState.weights(catalogue, "cnn")).isEqualTo(weights);
  }

  @Test
  void aRivalIsFittedTestedAndNotFittedAgain() {
    CommandRun run = train("model=minirocket-ridge", LAST);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    for (String left : List.of("D1", "D2", "D3")) {
      ModelRow row = model("minirocket-ridge/" + left);
      assertThat(left(row)).isEqualTo(left);
      assertThat(row.epochs()).isZero();
      assertThat(row.parameters()).isPositive();
      assertThat(predictions(row.name())).containsOnlyKeys(left);
      List<MetricRow> metrics = catalogue.metrics().read(row.fitId());
      assertThat(metrics).allSatisfy(one -> assertThat(one.part()).isEqualTo("unseen"));
      assertThat(metric(metrics, left, "accuracy")).isGreaterThan(0.9);
      assertThat(metric(metrics, null, "accuracy")).isEqualTo(metric(metrics, left, "accuracy"));
    }

    Map<String, Long> versions = TableState.versions(catalogue);
    CommandRun again = train("model=minirocket-ridge", LAST);
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).contains("unchanged");
    assertThat(TableState.versions(catalogue)).isEqualTo(versions);
    refused(
        "and its scaling is unit-maximum, not unit-range. ",
        "model=minirocket-ridge",
        LAST,
        "scaling=unit-range");
  }

  @Test
  void aNetworkOfSequencesTakesWholeRamps() throws IOException {
    CommandRun run = train("model=lstm", "batch=60", "epochs=20");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    ModelRow row = model("lstm");
    List<MetricRow> metrics = catalogue.metrics().read(row.fitId());
    // Two ramps of 30 frames are one batch of 60.
    assertThat(values(metrics, "training", "steps").get(19)).isEqualTo(20);
    assertThat(metric(metrics, null, "accuracy")).isGreaterThan(0.8);
    Map<String, Long> versions = TableState.versions(catalogue);
    assertThat(train("model=lstm", "batch=60", "epochs=20").out()).contains("unchanged");
    assertThat(TableState.versions(catalogue)).isEqualTo(versions);
  }

  @Test
  void aTemperatureOfTheValidationMakesEveryLaterProbability() throws IOException {
    String[] shifted = {
      "split.kind=hold-out",
      "split.grouping=by-frame",
      "split.validation=0.4",
      "copies.kind=shifts",
      "copies.shifts=[-0.2,0.1]",
      "epochs=4"
    };
    for (String model : List.of("fcnn", "minirocket-ridge")) {
      CommandRun own = train(shifted, "model=" + model, "name=own-" + model);
      assertThat(own.code()).as(own.err()).isEqualTo(ExitCode.DONE);
      CommandRun run =
          train(shifted, "model=" + model, "name=sure-" + model, "calibration=temperature");
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
      ModelCard card = card("sure-" + model);
      assertThat(card("own-" + model).metrics()).doesNotContainKey("temperature");
      double temperature = card.metrics().getOrDefault("temperature", Double.NaN);
      assertThat(run.out())
          .contains(String.format(Locale.ROOT, "temperature %.2f: log loss", temperature));
      Map<String, List<PredictionRow>> plain = predictions("own-" + model);
      Map<String, List<PredictionRow>> scaled = predictions("sure-" + model);
      assertThat(scaled.keySet()).isEqualTo(plain.keySet());
      plain.forEach(
          (dataset, rows) -> {
            for (int i = 0; i < rows.size(); i++) {
              double before = after(rows, i);
              double odds = Math.pow(before / (1 - before), 1 / temperature);
              assertThat(after(scaled.getOrDefault(dataset, List.of()), i))
                  .isCloseTo(odds / (1 + odds), within(1e-6));
            }
          });
    }
    CommandRun few =
        train(
            shifted, "model=fcnn", "name=few", "split.validation=0.04", "calibration=temperature");
    assertThat(few.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(few.err()).contains("a temperature of 4 validation spectra, fewer than 30");
  }

  @Test
  void eachDatasetIsLeftOutOnce() {
    CommandRun run = train("model=fcnn", "name=left", LAST);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    for (String left : List.of("D1", "D2", "D3")) {
      ModelRow row = model("left/" + left);
      assertThat(left(row)).isEqualTo(left);
      assertThat(predictions(row.name())).containsOnlyKeys(left);
      List<MetricRow> metrics = catalogue.metrics().read(row.fitId());
      assertThat(metrics.stream().map(MetricRow::datasetId).filter(java.util.Objects::nonNull))
          .isNotEmpty()
          .containsOnly(left);
    }
    CommandRun scored =
        CommandRun.of(
            "evaluate", "catalogue=" + catalogue.location(), "model=left/*", "figures=false");
    assertThat(scored.code()).as(scored.err()).isEqualTo(ExitCode.DONE);
    assertThat(scored.out()).contains("left/D1", "left/D2", "left/D3");
  }

  @Test
  void foldsOfOneDatasetAreModelsOfTheirOwn() {
    CommandRun run =
        train(
            "model=endmembers",
            "name=folded",
            "spectra.dataset=[D1]",
            "split.kind=folds",
            "split.folds=3",
            "split.grouping=by-frame");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    for (int fold = 1; fold <= 3; fold++) {
      ModelRow row = model("folded/fold-" + fold);
      assertThat(row.trainingFrames().get("D1")).hasSize(20);
      assertThat(metric(catalogue.metrics().read(row.fitId()), "D1", "frames")).isEqualTo(10);
    }
  }

  @Test
  void patienceEndsTrainingAndTheBestWeightsStay() {
    CommandRun run =
        train(
            "model=fcnn",
            "name=patient",
            "epochs=60",
            "optimiser.rate=0.05",
            "split.grouping=by-frame",
            "split.validation=0.2",
            "split.test=0.2",
            "stop.patience=3");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    ModelRow row = model("patient");
    assertThat(frames(row.trainingFrames())).isEqualTo(54);
    assertThat(frames(row.validationFrames())).isEqualTo(18);
    assertThat(row.epochs()).isLessThan(60);
    List<MetricRow> metrics = catalogue.metrics().read(row.fitId());
    assertThat(metric(metrics, null, "frames")).isEqualTo(18);
    List<Double> losses = values(metrics, "validation", "loss");
    assertThat(losses).hasSize(row.epochs());
    double best = losses.stream().mapToDouble(loss -> loss).min().orElseThrow();
    assertThat(losses.indexOf(best)).isEqualTo(row.epochs() - 4);
  }

  @Test
  void classesAndBudgetsChooseAmongTheLabels() throws IOException {
    Catalogue three =
        SmallRamps.at(folder.resolve("three"))
            .ramp("D1", SmallRamps.axis(5, 128), 12, TrainJobTest::inThree)
            .ramp("D2", SmallRamps.axis(5, 128), 12, TrainJobTest::inThree)
            .write();
    CommandRun run =
        SmallRamps.train(
            three,
            "model=endmembers",
            "labels.classes=[after,before]",
            "labels.each=5",
            "split.test=0.5");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("debye: 52 labelled spectra").contains(": 32 after, 20 before");
    ModelRow row = three.models().named("endmembers").get(0);
    assertThat(row.classes()).containsExactly("after", "before");
    assertThat(row.trainingFrames()).hasSize(1);
    List<Long> learnt =
        LongStream.of(row.trainingFrames().values().iterator().next()).boxed().toList();
    assertThat(learnt).hasSize(10).noneMatch(f -> f >= 10 && f < 14);
    assertThat(learnt.stream().filter(f -> f < 10)).hasSize(5);
    // Frames of the class that is left out are predicted, and do not count.
    assertThat(metric(three.metrics().read(row.fitId()), null, "frames")).isEqualTo(26);
  }

  private static String inThree(int frame) {
    return frame < 10 ? "before" : frame < 14 ? "during" : "after";
  }

  private static int frames(Map<String, long[]> frames) {
    return frames.values().stream().mapToInt(one -> one.length).sum();
  }

  @Test
  void otherSettingsUnderTheSameNameAreRefusedUnlessOverwritten() throws IOException {
    assertThat(train("model=fcnn", "name=mine").code()).isEqualTo(ExitCode.DONE);
    String weights = TableState.weights(catalogue, "mine");
    refused(
        "/models/mine: a model is here already, and its epochs is 8, not 9. Give",
        "model=fcnn",
        "name=mine",
        "epochs=9");
    refused(
        "its optimiser.rate is 0.005, not 0.01", "model=fcnn", "name=mine", "optimiser.rate=0.01");
    refused("its model is fcnn, not cnn", "model=cnn", "name=mine");
    refused("its seed of training is 1, not 2", "model=fcnn", "name=mine", "seed=2");
    refused(
        "it was trained on other spectra or labels", "model=fcnn", "name=mine", "split.test=0.6");
    assertThat(TableState.weights(catalogue, "mine")).isEqualTo(weights);

    CommandRun over = train("model=fcnn", "name=mine", "epochs=9", "overwrite=true");
    assertThat(over.code()).as(over.err()).isEqualTo(ExitCode.DONE);
    assertThat(TableState.weights(catalogue, "mine")).isNotEqualTo(weights);
    assertThat(catalogue.models().named("mine")).last().extracting(ModelRow::epochs).isEqualTo(9);
  }

  private void refused(String problem, String... words) {
    CommandRun run = train(words);
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err()).contains("a model is here already, and ", problem);
  }

  /** With words of which later ones replace earlier ones of the same key. */
  private static CommandRun train(String[] common, String... words) {
    Map<String, String> byKey = new LinkedHashMap<>();
    Stream.concat(Arrays.stream(common), Arrays.stream(words))
        .forEach(word -> byKey.put(word.substring(0, word.indexOf('=')), word));
    return train(byKey.values().toArray(String[]::new));
  }

  private static double after(List<PredictionRow> rows, int i) {
    return rows.get(i).probabilities().getOrDefault("after", Double.NaN);
  }

  private static ModelCard card(String name) throws IOException {
    return ModelFolder.at(new LocalFolderStore(TableState.folder(catalogue, name))).card();
  }

  private static CommandRun train(String... words) {
    return SmallRamps.train(catalogue, words);
  }

  private ModelRow model(String name) {
    List<ModelRow> rows = catalogue.models().named(name);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  /** The one dataset that is not trained with. */
  private static String left(ModelRow row) {
    TreeSet<String> all = new TreeSet<>(List.of("D1", "D2", "D3"));
    all.removeAll(row.trainingFrames().keySet());
    assertThat(all).hasSize(1);
    return all.first();
  }

  private static double change(String dataset) {
    return java.util.Objects.requireNonNull(Map.of("D1", 12, "D2", 15, "D3", 18).get(dataset));
  }

  private static List<Double> values(List<MetricRow> metrics, String part, String name) {
    return metrics.stream()
        .filter(row -> row.part().equals(part) && row.name().equals(name) && row.epoch() != null)
        .map(MetricRow::value)
        .toList();
  }

  private static double metric(
      List<MetricRow> metrics, @org.jspecify.annotations.Nullable String dataset, String name) {
    List<Double> found =
        metrics.stream()
            .filter(row -> row.epoch() == null && row.name().equals(name))
            .filter(row -> java.util.Objects.equals(row.datasetId(), dataset))
            .map(MetricRow::value)
            .toList();
    assertThat(found).as(name + " of " + dataset).hasSize(1);
    return found.get(0);
  }

  /** By dataset. */
  private Map<String, List<PredictionRow>> predictions(String model) {
    Map<String, List<PredictionRow>> found = new TreeMap<>();
    for (SweepResultRow row : catalogue.sweepResults().read("predict/" + model)) {
      List<PredictionRow> rows = catalogue.predictions().read(row.cellId());
      assertThat(found.put(rows.get(0).datasetId(), rows)).isNull();
    }
    return found;
  }
}
