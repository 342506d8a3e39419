package org.debye.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
      List.of(
          "spark.network.timeout=12s",
          "spark.network.timeoutInterval=2s",
          "spark.executor.heartbeatInterval=2s");

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

  /** Cuts the link of the second executor as soon as it works on a task, for so long. */
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
        Path worker = place.resolve("work1");
        int executors = logs(worker).size();
        JobProcess process = undisturbed.start();
        assertThat(works(worker, executors, process)).as(process::said).isTrue();
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

  /**
   * Waits until a worker's next executor works on a task; false where the job ended before.
   *
   * @param executors that there have been
   */
  private static boolean works(Path worker, int executors, JobProcess job)
      throws IOException, InterruptedException {
    while (!job.waitMilliseconds(20)) {
      List<Path> logs = logs(worker);
      if (logs.size() > executors
          && Files.readString(logs.get(executors)).contains(" Running task ")) {
        return true;
      }
    }
    return false;
  }

  /** Of the executors that a worker has started, one an application, in their order. */
  private static List<Path> logs(Path worker) throws IOException {
    try (Stream<Path> all = Files.find(worker, 3, (path, facts) -> path.endsWith("stderr"))) {
      return all.sorted().toList();
    }
  }
}
