package org.debye.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.debye.fixtures.StandaloneCluster;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * kill -9 of the driver, of an executor or of a worker with its executor, on a standalone cluster
 * of two workers, at random moments. After a driver's death the same command is given again; the
 * death of an executor or a worker a job survives by itself. A worker comes back after some
 * seconds.
 *
 * <p>{@code -Ddebye.faults.cluster-kills=10} how many of each job; {@code -Ddebye.faults.seed=1}.
 */
@Tag("acceptance")
final class KilledClusterTest {
  private static final int KILLS = Integer.getInteger("debye.faults.cluster-kills", 10);
  private static final long SEED = Long.getLong("debye.faults.seed", 1);
  private static final long AWAY_MILLISECONDS = 4000;

  /** What is killed. */
  private enum Victim {
    DRIVER,
    EXECUTOR,
    WORKER
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(FaultJob.class)
  void theTablesAreThoseOfAnUndisturbedRun(FaultJob job) throws Exception {
    Trials trials = new Trials(job.name().toLowerCase(Locale.ROOT) + "-standalone");
    if (trials.kills() >= KILLS) {
      return;
    }
    try (StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("cluster"), 2, 1)) {
      Undisturbed undisturbed = Undisturbed.run(job, folder.resolve("work"), JobPlace.on(cluster));
      while (trials.kills() < KILLS) {
        trial(undisturbed, trials);
      }
    } finally {
      ClusterProcess.workers().forEach(ClusterProcess::kill);
    }
  }

  private void trial(Undisturbed undisturbed, Trials trials)
      throws IOException, InterruptedException {
    RandomStream random =
        RandomStreams.of(SEED).under("cluster").under(undisturbed.job().name()).at(trials.next());
    Victim victim = Victim.values()[trials.next() % Victim.values().length];
    long moment = (long) ((0.2 + 0.8 * random.nextDouble()) * undisturbed.milliseconds());
    undisturbed.fresh();
    JobProcess process = undisturbed.start();
    String what = "seed " + SEED + "; " + victim + " killed after " + moment + " ms";
    boolean early = process.waitMilliseconds(moment);
    int killed = early ? 0 : kill(victim, process, random);
    if (victim == Victim.DRIVER && killed > 0) {
      process = undisturbed.start();
    }
    JobProcess last = process;
    assertThat(last.ended()).as(() -> what + ": " + last.said()).isZero();
    undisturbed.sameRows(what);
    trials.passed(killed, what, KilledJobsTest.summary(last));
  }

  private int kill(Victim victim, JobProcess driver, RandomStream random)
      throws IOException, InterruptedException {
    if (victim == Victim.DRIVER) {
      driver.kill();
      return 1;
    }
    List<ClusterProcess> running =
        victim == Victim.EXECUTOR ? ClusterProcess.executors() : ClusterProcess.workers();
    if (running.isEmpty()) {
      return 0; // before the executors are there
    }
    ClusterProcess one = running.get((int) (random.nextDouble() * running.size()));
    one.kill();
    if (victim == Victim.WORKER) {
      Thread.sleep(AWAY_MILLISECONDS);
      one.again(folder.resolve("worker-again.log"));
    }
    return 1;
  }
}
