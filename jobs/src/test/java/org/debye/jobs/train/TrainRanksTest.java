package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.MetricRow;
import org.debye.spark.table.ModelRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One rank and two: the same first step, and the same bits at every repeat. */
final class TrainRanksTest {
  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  @BeforeAll
  static void ramps() throws IOException {
    catalogue = SmallRamps.write(folder.resolve("tables"));
  }

  /** The CNN normalises over the batch, which the ranks share. */
  @ParameterizedTest
  @ValueSource(strings = {"cnn", "lstm"})
  void theFirstStepOfTwoRanksIsThatOfOne(String model) throws IOException {
    List<MetricRow> one = trained("model=" + model, "name=one-" + model, "ranks=1");
    List<MetricRow> two = trained("model=" + model, "name=two-" + model, "ranks=2");

    for (String metric : List.of("loss", "accuracy", "steps", "learning_rate")) {
      List<Double> expected = values(one, metric);
      assertThat(expected).hasSize(2);
      for (int epoch = 0; epoch < 2; epoch++) {
        assertThat(values(two, metric).get(epoch)).isCloseTo(expected.get(epoch), within(1e-5));
      }
    }
    assertThat(catalogue.models().named("two-" + model).get(0).worldSize()).isEqualTo(2);
    assertThat(TableState.weights(catalogue, "two-" + model))
        .isNotEqualTo(TableState.weights(catalogue, "one-" + model));
  }

  /** The second epoch's loss is that of the weights after one step with the whole data. */
  private static List<MetricRow> trained(String... words) {
    List<String> all =
        new ArrayList<>(List.of("split.kind=none", "epochs=2", "batch=90", "optimiser.kind=sgd"));
    all.addAll(List.of(words));
    CommandRun run = SmallRamps.train(catalogue, all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    String name = words[1].substring("name=".length());
    ModelRow row = catalogue.models().named(name).get(0);
    return catalogue.metrics().read(row.fitId());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aRepeatGivesTheSameBits(int ranks) throws IOException {
    String first = weights("first-" + ranks, ranks, 1);
    assertThat(weights("second-" + ranks, ranks, 1)).isEqualTo(first);
    assertThat(weights("other-" + ranks, ranks, 2)).isNotEqualTo(first);
  }

  private static String weights(String name, int ranks, int seed) throws IOException {
    CommandRun run =
        SmallRamps.train(
            catalogue,
            "model=cnn",
            "name=" + name,
            "ranks=" + ranks,
            "seed=" + seed,
            "split.kind=none",
            "epochs=3",
            "dropout=0.3",
            "copies.count=2");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return TableState.weights(catalogue, name);
  }

  private static List<Double> values(List<MetricRow> metrics, String name) {
    return metrics.stream()
        .filter(row -> row.part().equals("training") && row.name().equals(name))
        .map(MetricRow::value)
        .toList();
  }
}
