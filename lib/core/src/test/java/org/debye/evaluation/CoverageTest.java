package org.debye.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class CoverageTest {

  @Test
  void oneQuantityADatasetHasTheIntervalOfClopperAndPearson() {
    Coverage coverage = Coverage.of(0.8);
    for (int dataset = 0; dataset < 10; dataset++) {
      coverage.add(1, dataset < 7 ? 1 : 0);
    }
    CoverageShare share = coverage.result(0.95)[0];
    // R: binom.test(7, 10)$conf.int
    assertThat(share.share()).isEqualTo(0.7);
    assertThat(share.low()).isCloseTo(0.3475471, within(1e-6));
    assertThat(share.high()).isCloseTo(0.9332605, within(1e-6));
    assertThat(share.agrees()).isTrue();
  }

  @Test
  void boundsReachTheEndsWhereAllOrNoneAreInside() {
    Coverage coverage = Coverage.of(0.5, 0.9);
    for (int dataset = 0; dataset < 20; dataset++) {
      coverage.add(1, 0, 1);
    }
    CoverageShare[] shares = coverage.result(0.95);
    assertThat(shares[0].low()).isZero();
    assertThat(shares[0].high()).isCloseTo(1 - Math.pow(0.025, 1 / 20.0), within(1e-9));
    assertThat(shares[1].high()).isEqualTo(1);
    assertThat(shares[0].agrees()).isFalse();
  }

  @Test
  void quantitiesThatStandAndFallTogetherCountOnce() {
    Coverage together = Coverage.of(0.5);
    Coverage alone = Coverage.of(0.5);
    RandomStream random = RandomStreams.of(4).at("together");
    for (int dataset = 0; dataset < 400; dataset++) {
      int held = random.nextDouble() < 0.5 ? 1 : 0;
      together.add(6, 6 * held);
      alone.add(1, held);
    }
    CoverageShare six = together.result(0.95)[0];
    CoverageShare one = alone.result(0.95)[0];
    assertThat(six.effectiveTrials()).isCloseTo(400, within(2.0));
    assertThat(six.low()).isCloseTo(one.low(), within(1e-3));
    assertThat(six.high()).isCloseTo(one.high(), within(1e-3));
  }

  @Test
  void independentQuantitiesKeepNearlyAllTheirTrials() {
    Coverage coverage = Coverage.of(0.8);
    RandomStream random = RandomStreams.of(5).at("independent");
    for (int dataset = 0; dataset < 2000; dataset++) {
      int held = 0;
      for (int quantity = 0; quantity < 6; quantity++) {
        held += random.nextDouble() < 0.8 ? 1 : 0;
      }
      coverage.add(6, held);
    }
    CoverageShare share = coverage.result(0.99)[0];
    assertThat(share.effectiveTrials()).isBetween(10_500.0, 12_000.0);
    assertThat(share.agrees()).isTrue();
  }

  @Test
  void mergingCountsWhatAddingCounts() {
    Coverage whole = Coverage.of(0.5, 0.8);
    Coverage left = Coverage.of(0.5, 0.8);
    Coverage right = Coverage.of(0.5, 0.8);
    for (int dataset = 0; dataset < 30; dataset++) {
      whole.add(6, dataset % 7, dataset % 5);
      (dataset < 11 ? right : left).add(6, dataset % 7, dataset % 5);
    }
    right.merge(left);
    assertThat(right.result(0.9)).isEqualTo(whole.result(0.9));
    assertThatThrownBy(() -> right.merge(Coverage.of(0.5)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
