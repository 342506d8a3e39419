package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.debye.fixtures.StandaloneCluster;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.MetricRow;
import org.debye.spark.table.ModelRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Encoders on a standalone cluster of two executors, separate JVMs, beside one JVM. */
@Tag("acceptance")
@Timeout(1800)
final class TrainEncoderClusterTest {
  private static final int EPOCHS = 10;

  @TempDir Path folder;

  @Test
  void twoExecutorsPreTrainAsOneJvm() throws Exception {
    ClusterJobs jobs = new ClusterJobs(folder.resolve("driver.log"));
    Catalogue alone = SmallRamps.write(folder.resolve("alone"));
    Catalogue shared = SmallRamps.write(folder.resolve("shared"));
    CommandRun one = CommandRun.of(words(alone, "ranks=1").toArray(String[]::new));
    assertThat(one.code()).as(one.err()).isEqualTo(ExitCode.DONE);
    try (StandaloneCluster cluster = StandaloneCluster.start(folder, 2, 1)) {
      jobs.ended(jobs.begin(cluster, words(shared, "ranks=2")));
      jobs.ended(jobs.begin(cluster, linear(shared)));
    }
    CommandRun layers = CommandRun.of(linear(alone).toArray(String[]::new));
    assertThat(layers.code()).as(layers.err()).isEqualTo(ExitCode.DONE);
    List<Double> expected = losses(alone);
    List<Double> found = losses(shared);
    assertThat(found).hasSize(EPOCHS).hasSameSizeAs(expected);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      // One step an epoch: the second epoch's loss is that behind the first step.
      double bound = epoch < 2 ? 1e-5 : 1e-3;
      assertThat(found.get(epoch))
          .as("epoch %d", epoch)
          .isCloseTo(expected.get(epoch), within(bound));
    }
    assertThat(found.get(EPOCHS - 1)).isLessThan(found.get(0));
    for (String run : List.of("linear/run-1", "linear/run-2")) {
      assertThat(accuracy(shared, run)).isCloseTo(accuracy(alone, run), within(1.5 / 75));
    }
  }

  private static List<String> words(Catalogue catalogue, String ranks) {
    return List.of(
        "train",
        "catalogue=" + catalogue.location(),
        "model=specrrmoco",
        "split.kind=none",
        "pretraining.width=16",
        "pretraining.channels=4",
        "pretraining.places=12",
        "pretraining.views=3",
        "pretraining.dimension=8",
        "optimiser.kind=sgd",
        "optimiser.rate=0.02",
        "epochs=" + EPOCHS,
        "batch=90",
        "figures=false",
        ranks);
  }

  private static List<String> linear(Catalogue catalogue) {
    return new ArrayList<>(
        List.of(
            "train",
            "catalogue=" + catalogue.location(),
            "model=linear",
            "encoder=specrrmoco",
            "split.kind=few-labels",
            "split.runs=2",
            "labels.counts=[before=6,after=9]",
            "optimiser.kind=sgd",
            "optimiser.rate=0.05",
            "epochs=40",
            "figures=false"));
  }

  private static List<Double> losses(Catalogue catalogue) {
    return rows(catalogue, "specrrmoco").stream()
        .filter(row -> row.part().equals("training") && row.name().equals("loss"))
        .map(MetricRow::value)
        .toList();
  }

  private static double accuracy(Catalogue catalogue, String model) {
    return rows(catalogue, model).stream()
        .filter(row -> row.name().equals("accuracy") && row.datasetId() == null)
        .filter(row -> row.epoch() == null)
        .mapToDouble(MetricRow::value)
        .findFirst()
        .orElseThrow();
  }

  private static List<MetricRow> rows(Catalogue catalogue, String model) {
    ModelRow row = catalogue.models().named(model).get(0);
    return catalogue.metrics().read(row.fitId());
  }
}
