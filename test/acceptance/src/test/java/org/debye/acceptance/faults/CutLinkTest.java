package org.debye.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.debye.fixtures.ClusterHost;
import org.debye.fixtures.StandaloneCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Driver and executors on hosts with addresses of their own; the link of one executor's host is cut
 * in the middle of a job, and healed.
 */
@Tag("acceptance")
final class CutLinkTest {
  private static final long SHORT_MILLISECONDS = 10_000;

  /** An executor counts as lost when it has not been heard of for so long. */
  private static final List<String> IMPATIENT =
      List.of("spark.network.timeout=12s", "spark.executor.heartbeatInterval=2s");

  private static final long LONG_MILLISECONDS = 40_000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(FaultJob.class)
  void aShortCutIsWaitedFor(FaultJob job) throws Exception {
    JobProcess cut = cut(job, List.of(), SHORT_MILLISECONDS);
    assertThat(cut.said()).doesNotContain("Lost executor");
  }

  @ParameterizedTest
  @EnumSource(FaultJob.class)
  void afterALongCutTheOthersDoItsWork(FaultJob job) throws Exception {
    JobProcess cut = cut(job, IMPATIENT, LONG_MILLISECONDS);
    assertThat(cut.said()).contains("Lost executor");
  }

  /** Cuts the link of the second executor a quarter through the job, for so long. */
  private JobProcess cut(FaultJob job, List<String> settings, long milliseconds) throws Exception {
    assumeTrue(SeparateHosts.possible(), "hosts of their own take root and iproute2");
    try (SeparateHosts hosts = SeparateHosts.of(3)) {
      List<ClusterHost> all = hosts.all();
      Path place = folder.resolve("cluster");
      try (StandaloneCluster cluster =
          StandaloneCluster.start(place, all.get(0), all.subList(1, 3), 1)) {
        JobPlace where = JobPlace.on(cluster).with(settings);
        Undisturbed undisturbed = Undisturbed.run(job, folder.resolve("work"), where);
        undisturbed.fresh();
        JobProcess process = undisturbed.start();
        boolean begun = ClusterProcess.awaitExecutors(2, process);
        assertThat(begun).as(process::said).isTrue();
        process.waitMilliseconds(undisturbed.milliseconds() / 4);
        hosts.cut(2);
        process.waitMilliseconds(milliseconds);
        hosts.heal(2);
        assertThat(process.ended()).as(process::said).isZero();
        undisturbed.sameRows(job + ", link cut for " + milliseconds + " ms");
        System.out.println(job + ", link cut: " + KilledJobsTest.summary(process));
        return process;
      }
    }
  }
}
