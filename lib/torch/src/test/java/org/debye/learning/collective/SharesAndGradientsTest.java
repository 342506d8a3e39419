package org.debye.learning.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("try") // A scope is closed, not read.
final class SharesAndGradientsTest {
  @Test
  void equalSharesAreAgreed() {
    assertThat(RankThreads.results(2, collective -> EqualSteps.agree(collective, 7, 448)))
        .containsOnly(new EqualSteps(7, 448));
    assertThat(EqualSteps.agree(new Alone(), 3, 100)).isEqualTo(new EqualSteps(3, 100));
  }

  @Test
  void unequalSharesAreRefusedOnEveryRank() {
    List<Object> steps =
        RankThreads.endings(2, Patience.USUAL, all -> EqualSteps.agree(all, 10 - all.rank(), 640));
    assertThat(steps)
        .allSatisfy(
            ending ->
                assertThat((Throwable) ending)
                    .isInstanceOf(InputException.class)
                    .hasMessage(
                        "training: the ranks do not have equal shares: rank 0 has 10 steps and 640"
                            + " records, rank 1 has 9 steps and 640 records. Cut the data into as"
                            + " many equal parts as there are ranks, or train with fewer ranks."));
    List<Object> records =
        RankThreads.endings(2, Patience.USUAL, all -> EqualSteps.agree(all, 10, 640 + all.rank()));
    assertThat(records)
        .allSatisfy(ending -> assertThat((Throwable) ending).hasMessageContaining("641 records"));
  }

  @Test
  void nothingToDoIsRefused() {
    assertThatThrownBy(() -> EqualSteps.agree(new Alone(), 0, 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("each of 1 ranks has 0 steps and 0 records");
  }

  /** 3 ranks, 1000 values, buckets of 64 values of which the last holds 40. */
  @Test
  void gradientsAreAveragedBucketByBucket() {
    int length = 1000;
    List<float[]> means =
        RankThreads.results(
            3,
            collective -> {
              try (PointerScope scope = new PointerScope()) {
                Tensor gradient = CollectiveOperations.floats(collective.rank(), length);
                new GradientSum(collective, 64 * Float.BYTES).mean(gradient);
                return CollectiveOperations.array(gradient);
              }
            });
    for (int i = 0; i < length; i++) {
      double sum = 0;
      for (int rank = 0; rank < 3; rank++) {
        sum += CollectiveOperations.values(rank, length)[i];
      }
      assertThat((double) means.get(0)[i])
          .isCloseTo(sum / 3, org.assertj.core.data.Offset.offset(1e-6));
    }
    assertThat(means.get(1)).isEqualTo(means.get(0));
    assertThat(means.get(2)).isEqualTo(means.get(0));
  }

  /** 40 MB of float32: two buckets of the usual size. */
  @Test
  void aGradientLongerThanABucketIsAveraged() {
    List<Boolean> equal =
        RankThreads.results(
            2,
            collective -> {
              try (PointerScope scope = new PointerScope()) {
                Tensor gradient =
                    org.bytedeco.pytorch.global.torch.full(
                        new long[] {10_000_000},
                        new org.bytedeco.pytorch.Scalar(1.5f + collective.rank()));
                new GradientSum(collective).mean(gradient);
                return gradient.min().item_float() == 2f && gradient.max().item_float() == 2f;
              }
            });
    assertThat(equal).containsOnly(true);
  }

  @Test
  void aloneTheGradientStaysWhatItIs() {
    try (PointerScope scope = new PointerScope()) {
      Tensor gradient = CollectiveOperations.floats(0, 100);
      new GradientSum(new Alone(), 64).mean(gradient);
      assertThat(CollectiveOperations.array(gradient))
          .isEqualTo(CollectiveOperations.values(0, 100));
    }
  }
}
