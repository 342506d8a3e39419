package org.debye.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
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
      Undisturbed undisturbed = Undisturbed.run(job, folder.resolve("work"), JobPlace.on(cluster));
      undisturbed.fresh();
      JobProcess process = undisturbed.start();
      assertThat(ClusterProcess.awaitExecutors(2, process)).as(process::said).isTrue();
      ClusterProcess straggler = ClusterProcess.executors().get(1);
      process.waitMilliseconds(undisturbed.milliseconds() / 4);
      straggler.signal("STOP");
      process.waitMilliseconds(STILL_MILLISECONDS);
      straggler.signal("CONT");
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
      Undisturbed undisturbed = Undisturbed.run(job, folder.resolve("work"), JobPlace.on(cluster));
      undisturbed.fresh();
      Undisturbed skewed = undisturbed.at(undisturbed.place().withExecutors(ahead));
      JobProcess process = skewed.start();
      assertThat(process.ended()).as(process::said).isZero();
      skewed.sameRows(job + " with a clock ahead");
    }
  }
}
