package org.debye.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
  private static final long SEED = 20261121;

  @Test
  void streamDependsOnNothingButSeedAndKeys() {
    RandomStreams streams = RandomStreams.of(SEED);
    long[] inOrder = IntStream.range(0, 100).mapToLong(f -> streams.at(1, f).nextLong()).toArray();
    long[] parallel = new long[100];
    IntStream.range(0, 100)
        .parallel()
        .forEach(f -> parallel[99 - f] = RandomStreams.of(SEED).at(1, 99 - f).nextLong());
    assertThat(parallel).containsExactly(inOrder);
  }

  @Test
  void choicesAreThoseOfSingleDraws() {
    for (double share : new double[] {0, 0.1, 0.25, 0.3, 1}) {
      RandomStream single = RandomStreams.of(SEED).at("choices");
      RandomStream together = RandomStreams.of(SEED).at("choices");
      float[] out = new float[500];
      together.nextChoices(share, 1, 2, out, 3, 490);
      for (int i = 0; i < out.length; i++) {
        boolean drawn = i >= 3 && i < 490;
        assertThat(out[i])
            .as("%s of %s", i, share)
            .isEqualTo(!drawn ? 0f : single.nextDouble() < share ? 1f : 2f);
      }
      assertThat(together.nextLong()).isEqualTo(single.nextLong());
    }
  }

  @Test
  void neighbouringNamesGiveUnrelatedStreams() {
    Set<Long> first = new HashSet<>();
    int names = 0;
    for (long seed = 0; seed < 10; seed++) {
      RandomStreams streams = RandomStreams.of(seed);
      for (long key = -10; key < 100; key++) {
        first.add(streams.at(key).nextLong());
        first.add(streams.at(key, 0).nextLong());
        first.add(streams.at(0, key).nextLong());
        first.add(streams.at(Long.toString(key)).nextLong());
        first.add(streams.under(Long.toString(key)).under("").at().nextLong());
        names += 5;
      }
      names--; // at(0, 0) is named twice
    }
    assertThat(first).hasSize(names);
  }

  @Test
  void oneBitOfAKeyTurnsHalfOfTheBits() {
    double turned = 0;
    int trials = 2000;
    for (int i = 0; i < trials; i++) {
      long a = RandomStreams.of(SEED).at(i).nextLong();
      long b = RandomStreams.of(SEED).at(i ^ (1L << (i % 63))).nextLong();
      turned += Long.bitCount(a ^ b);
    }
    assertThat(turned / trials).isCloseTo(32, within(0.5));
  }

  @Test
  void uniformNumbersFillTheUnitInterval() {
    RandomStream random = RandomStreams.of(SEED).at("uniform");
    double[] observed = new double[100];
    int draws = 1_000_000;
    for (int i = 0; i < draws; i++) {
      observed[(int) (100 * random.nextDouble())]++;
    }
    double[] expected = new double[100];
    Arrays.fill(expected, draws / 100.0);
    assertThat(chiSquare(observed, expected)).isLessThan(148.2); // 99.9 % of 99 degrees
  }

  @Test
  void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
    RandomStream random = RandomStreams.of(SEED).at("normal");
    int draws = 1_000_000;
    double[] sums = new double[5];
    for (int i = 0; i < draws; i++) {
      double x = random.nextGaussian();
      for (int power = 1; power <= 4; power++) {
        sums[power] += StrictMath.pow(x, power);
      }
    }
    assertThat(sums[1] / draws).isCloseTo(0, within(4e-3));
    assertThat(sums[2] / draws).isCloseTo(1, within(6e-3));
    assertThat(sums[3] / draws).isCloseTo(0, within(16e-3));
    assertThat(sums[4] / draws).isCloseTo(3, within(4e-2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-3, 0.1, 0.7, 3, 9.99, 10, 10.5, 25, 100, 270, 4000, 1e6})
  void poissonCountsFollowTheirProbabilities(double mean) {
    RandomStream random = RandomStreams.of(SEED).at("poisson", Double.doubleToLongBits(mean));
    int draws = 400_000;
    int from = (int) Math.max(0, Math.floor(mean - 6 * Math.sqrt(mean)));
    int to = (int) Math.ceil(mean + 6 * Math.sqrt(mean) + 8);
    int width = Math.max(1, (to - from) / 60);
    double[] observed = new double[(to - from) / width + 1];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      int count = random.nextPoisson(mean);
      sum += count;
      squares += (count - mean) * (count - mean);
      observed[Math.min(observed.length - 1, Math.max(0, (count - from) / width))]++;
    }
    assertThat(sum / draws).isCloseTo(mean, within(4.5 * Math.sqrt(mean / draws) + 1e-12));
    double spread = Math.sqrt((2 * mean * mean + mean) / draws);
    assertThat(squares / draws).isCloseTo(mean, within(4.5 * spread + 1e-12));
    double[] expected = new double[observed.length];
    for (int k = from; k < from + width * observed.length; k++) {
      expected[(k - from) / width] += draws * probability(k, mean);
    }
    int degrees = (int) Arrays.stream(expected).filter(e -> e >= 5).count();
    double limit = degrees + 4 * Math.sqrt(2.0 * degrees) + 8; // beyond 99.99 %
    assertThat(chiSquare(observed, expected)).isLessThan(limit);
  }

  @Test
  void poissonRefusesWhatIsNoMean() {
    RandomStream random = RandomStreams.of(SEED).at();
    for (double mean : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY, 2e9}) {
      assertThatThrownBy(() -> random.nextPoisson(mean))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Poisson mean must be within 0 and 1e9");
    }
  }

  @Test
  void logFactorialIsExactToTwelveDigits() {
    // scipy.special.gammaln(k + 1)
    assertThat(PoissonSampler.logFactorial(255)).isCloseTo(1161.71210111840, within(1e-9));
    assertThat(PoissonSampler.logFactorial(256)).isCloseTo(1167.25727856288, within(1e-9));
    assertThat(PoissonSampler.logFactorial(1_000_000)).isCloseTo(12815518.3846582, within(1e-6));
  }

  @Test
  void tabulatedExponentialIsExactToThirteenDigits() {
    for (int i = 0; i <= 100_000; i++) {
      double x = i * 1e-4;
      assertThat(PoissonSampler.expMinus(x) / StrictMath.exp(-x))
          .as("exp(-%s)", x)
          .isCloseTo(1, within(4e-14));
    }
  }

  /** Of the cells that expect at least five. */
  private static double chiSquare(double[] observed, double[] expected) {
    double sum = 0;
    for (int i = 0; i < observed.length; i++) {
      if (expected[i] >= 5) {
        sum += (observed[i] - expected[i]) * (observed[i] - expected[i]) / expected[i];
      }
    }
    return sum;
  }

  private static double probability(int k, double mean) {
    return mean == 0
        ? (k == 0 ? 1 : 0)
        : Math.exp(k * Math.log(mean) - mean - PoissonSampler.logFactorial(k));
  }
}
