package org.debye.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.debye.fixtures.StandaloneCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An executor that stands still for a while, and executors whose clock is not the driver's. */
@Tag("acceptance")
final class DisturbedClusterTest {
  private static final long STILL_MILLISECONDS = 15_000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(FaultJob.class)
  void anExecutorMayStandStillForAWhile(FaultJob job) throws Exception {
    try (StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("cluster"), 2, 1)) {
      Undisturbed undisturbed =
          Undisturbed.run(
              job, folder.resolve("work"), settings(cluster, Map.of()), cluster.environment());
      undisturbed.fresh();
      JobProcess process = undisturbed.start();
      List<ClusterProcess> executors = List.of();
      while (executors.size() < 2 && !process.waitMilliseconds(100)) {
        executors = ClusterProcess.executors();
      }
      assertThat(executors).hasSize(2);
      process.waitMilliseconds(undisturbed.milliseconds() / 4);
      executors.get(1).signal("STOP");
      process.waitMilliseconds(STILL_MILLISECONDS);
      executors.get(1).signal("CONT");
      assertThat(process.ended()).as(process::said).isZero();
      undisturbed.sameRows(job + " with a straggler");
    }
  }

  @ParameterizedTest
  @EnumSource(FaultJob.class)
  void theirClockMayBeDaysAheadOfTheDrivers(FaultJob job) throws Exception {
    Map<String, String> ahead = Shell.clock("+3d");
    assumeTrue(!ahead.isEmpty(), "libfaketime is not installed");
    try (StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("cluster"), 2, 1)) {
      Undisturbed undisturbed =
          Undisturbed.run(
              job, folder.resolve("work"), settings(cluster, Map.of()), cluster.environment());
      undisturbed.fresh();
      Undisturbed skewed =
          new Undisturbed(
              job,
              undisturbed.work(),
              settings(cluster, ahead),
              undisturbed.environment(),
              undisturbed.rows(),
              undisturbed.milliseconds());
      JobProcess process = skewed.start();
      assertThat(process.ended()).as(process::said).isZero();
      skewed.sameRows(job + " with a clock ahead");
    }
  }

  private static List<String> settings(StandaloneCluster cluster, Map<String, String> variables) {
    List<String> settings = new ArrayList<>(List.of("spark.task.cpus=1"));
    cluster.executorOptions().forEach(pair -> settings.add(pair[0] + "=" + pair[1]));
    settings.add(KilledClusterTest.COMPILED);
    variables.forEach((name, value) -> settings.add("spark.executorEnv." + name + "=" + value));
    return settings;
  }
}
