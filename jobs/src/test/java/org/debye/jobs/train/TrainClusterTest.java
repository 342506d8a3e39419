package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.debye.fixtures.StandaloneCluster;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.MetricRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jobs on a standalone cluster of two executors: master, workers and drivers in JVMs. */
@Tag("acceptance")
@Timeout(1800)
final class TrainClusterTest {
  private static final int EPOCHS = 40;
  private static final int KILLED_AFTER = 5;

  /** One step an epoch: the second epoch's loss is that behind the first step. */
  private static final String[] STEPS = {
    "model=cnn",
    "split.kind=none",
    "batch=90",
    "optimiser.kind=sgd",
    "epochs=10",
    "ranks=1",
    "name=steps"
  };

  private static final String[] WHOLE = {
    "model=cnn",
    "epochs=" + EPOCHS,
    "batch=12",
    "dropout=0.2",
    "copies.count=2",
    "checkpoint-every=0",
    "ranks=2",
    "name=whole"
  };

  @TempDir Path folder;

  @Test
  void twoExecutorsTrainAsOneJvmAndOneMayBeKilled() throws Exception {
    ClusterJobs jobs = new ClusterJobs(folder.resolve("driver.log"));
    Catalogue alone = SmallRamps.write(folder.resolve("alone"));
    assertThat(SmallRamps.train(alone, STEPS).code()).isEqualTo(ExitCode.DONE);
    Catalogue whole = SmallRamps.write(folder.resolve("whole"));
    Catalogue repeated = SmallRamps.write(folder.resolve("repeated"));
    Catalogue killed = SmallRamps.write(folder.resolve("killed"));
    try (StandaloneCluster cluster = StandaloneCluster.start(folder, 2, 1)) {
      String[] two = STEPS.clone();
      two[5] = "ranks=2";
      jobs.ended(jobs.begin(cluster, SmallRamps.words(whole, two)));
      compare(metrics(alone), metrics(whole));

      jobs.ended(jobs.begin(cluster, SmallRamps.words(whole, WHOLE)));
      jobs.ended(jobs.begin(cluster, SmallRamps.words(repeated, WHOLE)));
      String weights = TableState.weights(whole, "whole");
      assertThat(TableState.weights(repeated, "whole")).isEqualTo(weights);

      Process disturbed = jobs.begin(cluster, SmallRamps.words(killed, WHOLE));
      int epoch = killAnExecutor(killed, disturbed, jobs);
      jobs.ended(disturbed);
      assertThat(epoch).isBetween(KILLED_AFTER, EPOCHS - 1);
      assertThat(TableState.weights(killed, "whole")).isEqualTo(weights);
      assertThat(killed.models().named("whole")).hasSize(1);

      String catalogue = "catalogue=" + killed.location();
      jobs.ended(
          jobs.begin(cluster, List.of("evaluate", catalogue, "model=whole", "figures=false")));
      jobs.ended(
          jobs.begin(cluster, List.of("predict", catalogue, "model=whole", "figures=false")));
    }
    // What the cluster has predicted is what this JVM predicts: nothing is left to do.
    long predictions = killed.predictions().version();
    CommandRun again =
        CommandRun.of("predict", "catalogue=" + killed.location(), "model=whole", "figures=false");
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(killed.predictions().version()).isEqualTo(predictions);
  }

  /** The first step to 1e-5; ten of them, where roundings have grown, to a thousandth. */
  private static void compare(List<MetricRow> one, List<MetricRow> two) {
    List<Double> expected = losses(one);
    List<Double> found = losses(two);
    assertThat(found).hasSize(10).hasSameSizeAs(expected);
    for (int epoch = 0; epoch < 10; epoch++) {
      double bound = epoch < 2 ? 1e-5 : 1e-3;
      assertThat(found.get(epoch))
          .as("epoch %d", epoch)
          .isCloseTo(expected.get(epoch), within(bound));
    }
    assertThat(found.get(9)).isLessThan(found.get(0));
  }

  private static List<MetricRow> metrics(Catalogue catalogue) {
    return catalogue.metrics().read(catalogue.models().named("steps").get(0).fitId());
  }

  private static List<Double> losses(List<MetricRow> metrics) {
    return metrics.stream()
        .filter(row -> row.part().equals("training") && row.name().equals("loss"))
        .map(MetricRow::value)
        .toList();
  }

  /** kill -9 when some epochs are done; gives how many there were. */
  private int killAnExecutor(Catalogue catalogue, Process driver, ClusterJobs jobs)
      throws Exception {
    ModelFolder model = ModelFolder.at(new LocalFolderStore(TableState.folder(catalogue, "whole")));
    while (!model.exists() || model.card().training().epoch() < KILLED_AFTER) {
      assertThat(driver.waitFor(1, TimeUnit.MILLISECONDS)).as(jobs::said).isFalse();
    }
    ProcessHandle executor =
        ProcessHandle.current()
            .descendants()
            .filter(TrainClusterTest::executes)
            .findFirst()
            .orElseThrow();
    assertThat(executor.destroyForcibly()).isTrue();
    return model.card().training().epoch();
  }

  /** The class path before the name of the class is longer than what a ProcessHandle tells. */
  private static boolean executes(ProcessHandle process) {
    try {
      Path words = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return new String(Files.readAllBytes(words), StandardCharsets.UTF_8)
          .contains("CoarseGrainedExecutorBackend");
    } catch (IOException e) {
      return false;
    }
  }
}
