package org.debye.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.spark.resource.ResourceInformation;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;

final class RankPlacesTest {
  @Test
  void anArrivalIsReadAsItWasTold() {
    Arrival first = new Arrival("node-1", "3", 40123, "app-7 stage 4.1 task 99");
    Arrival second = new Arrival("10.0.0.2", "driver", 0, "");
    assertThat(Arrival.parse(new String[] {first.text(), second.text()}))
        .containsExactly(first, second);
  }

  @Test
  void ranksThatShareAnExecutorWhileAnotherIsIdleAreNamed() {
    assertThat(Arrival.crowding(on("a", "b", "a"), 3)).isEqualTo("ranks [0, 2] on executor a");
    assertThat(Arrival.crowding(on("a", "a"), 2)).isEqualTo("ranks [0, 1] on executor a");
  }

  @Test
  void ranksThatHaveToShareMay() {
    assertThat(Arrival.crowding(on("a", "b", "a"), 2)).isEmpty();
    assertThat(Arrival.crowding(on("a", "b"), 5)).isEmpty();
    assertThat(Arrival.crowding(on("driver", "driver"), 1)).isEmpty();
  }

  @Test
  void aLateSuccessOfAnotherAttemptIsSeen() {
    assertThat(RankReport.ofOneAttempt(List.of(done("stage 2.1"), done("stage 2.1")))).isTrue();
    assertThat(RankReport.ofOneAttempt(List.of(done("stage 2.0"), done("stage 2.1")))).isFalse();
  }

  @Test
  void theDeviceIsTheOneThatSparkHasGiven() {
    assertThat(RankDevice.of(Map.of()).torchName()).isEqualTo("cpu");
    assertThat(RankDevice.of(Map.of("gpu", gpu("3"))).torchName()).isEqualTo("cuda:3");
    assertThatThrownBy(() -> RankDevice.of(Map.of("gpu", gpu("GPU-8f2c"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("names a GPU GPU-8f2c, which is no index");
  }

  @Test
  void whatHasKilledTheRanksIsSaid() {
    String spark =
        "Job aborted due to stage failure: ShuffleMapStage 0 has failed the maximum allowable"
            + " number of times: 4. Most recent failure reason:\nStage failed because barrier task"
            + " ShuffleMapTask(0, 1) finished unsuccessfully.\n";
    assertThat(
            RankFailures.of(
                new RuntimeException(
                    spark + "ExecutorLostFailure (executor 3 exited: code 137)\n...")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the last time so: ExecutorLostFailure (executor 3 exited: code 137)")
        .hasMessageContaining("spark.executor.memoryOverhead");
    assertThat(
            RankFailures.of(
                new RuntimeException(
                    spark
                        + "org.debye.learning.collective.LostRankException: Rank 0 of 2 has"
                        + " lost another.\n\tat x")))
        .hasMessageContaining("the last time so: Rank 0 of 2 has lost another.");
    assertThat(RankFailures.of(new RuntimeException("x"))).hasMessage("the ranks have failed: x");
  }

  private static ResourceInformation gpu(String address) {
    return new ResourceInformation("gpu", new String[] {address});
  }

  private static List<Arrival> on(String... executors) {
    return java.util.Arrays.stream(executors).map(one -> new Arrival("h", one, 0, "")).toList();
  }

  private static RankReport<Integer> done(String fence) {
    return new RankReport.Done<>(fence, new RankOutcome<>(0, 0, "1", 5));
  }
}
