package org.debye.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.spark.SparkConf;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.bytedeco.pytorch.global.torch;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.collective.Patience;
import org.debye.spark.TestSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ranks as threads of one JVM: Spark's local[2]. */
@Timeout(300)
final class BarrierRanksTest {
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30));
  private static final Descent WORK = new Descent(4, 10);

  @TempDir Path folder;

  @Test
  void twoRanksFindWhatOneFinds() throws IOException {
    Descent.Fit alone = run("one", 1, WORK).get(0).value();
    List<RankOutcome<Descent.Fit>> two = run("two", 2, WORK);
    assertThat(two).extracting(RankOutcome::rank).containsExactly(0, 1);
    assertThat(two.get(1).value().weights()).isEqualTo(two.get(0).value().weights());
    for (int i = 0; i < alone.weights().size(); i++) {
      assertThat(two.get(0).value().weights().get(i))
          .isCloseTo(alone.weights().get(i), Offset.offset(1e-12));
    }
    assertThat(run("again", 2, WORK).get(0).value().weights())
        .isEqualTo(two.get(0).value().weights());
  }

  @Test
  void aFailedRankIsTriedAgainFromTheLastCheckpoint() throws IOException {
    Descent.Fit undisturbed = run("undisturbed", 2, WORK).get(0).value();
    List<RankOutcome<Descent.Fit>> outcomes = run("failing", 2, new FailingOnce(WORK));
    assertThat(outcomes)
        .allSatisfy(
            outcome -> {
              assertThat(outcome.attempt()).isEqualTo(1);
              assertThat(outcome.value().begun()).isEqualTo(2);
              assertThat(outcome.value().weights()).isEqualTo(undisturbed.weights());
            });
  }

  @Test
  void whatFailsEveryTimeEndsWithItsReason() {
    RankWork<Integer> broken =
        context -> {
          throw new IllegalStateException("a defect of attempt " + context.attempt());
        };
    assertThatThrownBy(() -> run("broken", 2, broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the ranks have failed")
        .hasMessageContaining("a defect of attempt 3");
  }

  @Test
  void unequalSharesAreRefusedWithoutAnotherTrial() {
    RankWork<Integer> unequal =
        context -> {
          org.debye.learning.collective.EqualSteps.agree(
              context.collective(), 5 + context.collective().rank(), 100);
          return context.attempt();
        };
    assertThatThrownBy(() -> run("unequal", 2, unequal))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "the ranks do not have equal shares: rank 0 has 5 steps and 100 records, rank 1 has 6");
  }

  @Test
  void whatOneRankRefusesAllStopFor() {
    RankWork<Integer> refusing =
        context -> {
          if (context.collective().rank() == 0) {
            throw InputException.of(
                FailureCode.NON_FINITE_SPECTRA, "scan_7", "spectrum 3 is not finite", "Mask it.");
          }
          return context.collective().gather(1).length;
        };
    assertThatThrownBy(() -> run("refusing", 2, refusing))
        .isInstanceOf(InputException.class)
        .hasMessage("scan_7: spectrum 3 is not finite. Mask it.");
  }

  @Test
  void noRanksAndTooManyAreRefused() {
    assertThatThrownBy(() -> run("none", 0, WORK))
        .isInstanceOf(InputException.class)
        .hasMessage("ranks: there is nobody to do the work with 0 ranks. Give at least 1.");
    assertThatThrownBy(() -> run("many", 3, WORK))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("ranks: 3 ranks do not fit: the cluster runs 2 tasks at a time (");
  }

  @Test
  void dynamicAllocationAndSpeculationAreRefused() {
    with("spark.dynamicAllocation.enabled", () -> run("dynamic", 2, WORK))
        .hasMessage(
            "spark.dynamicAllocation.enabled: ranks cannot work with it: Spark would take executors"
                + " away from waiting ranks. Set it to false for this job.");
    with("spark.speculation", () -> run("speculation", 2, WORK))
        .hasMessageStartingWith("spark.speculation: ranks cannot work with it: Spark would start");
  }

  /** A thread that libtorch meets later begins with the number that a rank has set. */
  @Test
  void ranksComputeWithTheThreadsOfATask() throws Exception {
    RankWork<Integer> threads = context -> torch.get_num_threads();
    assertThat(run("threads", 2, threads)).extracting(RankOutcome::value).containsOnly(1);
    int[] later = new int[1];
    Thread thread = new Thread(() -> later[0] = torch.get_num_threads());
    thread.start();
    thread.join();
    assertThat(later[0]).isEqualTo(1);
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> with(
      String key, ThrowingCallable call) {
    SparkConf conf = TestSession.session().sparkContext().conf();
    conf.set(key, "true");
    try {
      return assertThatThrownBy(call).isInstanceOf(InputException.class);
    } finally {
      conf.remove(key);
    }
  }

  private <R> List<RankOutcome<R>> run(String name, int ranks, RankWork<R> work)
      throws IOException {
    Path checkpoints = Files.createDirectories(folder.resolve(name));
    return BarrierRanks.run(
        TestSession.session(), new RankSettings(ranks, checkpoints.toUri(), PATIENCE), work);
  }

  /** Rank 1 breaks down in the first attempt, after two epochs. */
  private record FailingOnce(Descent work) implements RankWork<Descent.Fit> {
    private static final long serialVersionUID = 1L;

    @Override
    public Descent.Fit run(RankContext context) throws IOException {
      if (context.attempt() > 0) {
        return work.run(context);
      }
      Descent.Fit half = new Descent(2, work.steps()).run(context);
      if (context.collective().rank() == 1) {
        throw new IllegalStateException("broken down after " + half.begun());
      }
      return work.run(context);
    }
  }
}
