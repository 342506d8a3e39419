package org.debye.inference.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticsTest {
  private static final long SEED = 20261122;

  @Test
  void longerChainsAreCutToTheShortest() {
    double[][] even = GoldenChains.plain(61, 200, 3);
    double[][] ragged = even.clone();
    ragged[1] = Arrays.copyOf(even[1], 300);
    Arrays.fill(ragged[1], 200, 300, 1e9);
    assertThat(PosteriorSummary.of("x", ragged)).isEqualTo(PosteriorSummary.of("x", even));
  }

  @Test
  void aChainThatStandsStillNeverLooksConverged() {
    for (int stuck = 1; stuck <= 3; stuck++) {
      double[][] x = GoldenChains.plain(62, 500, 4);
      for (int c = 0; c < stuck; c++) {
        Arrays.fill(x[c], 0.01 * c);
      }
      assertThat(RHat.rankNormalised(x)).as("%s of 4 stuck", stuck).isGreaterThan(1.1);
    }
    double[][] all = new double[4][500];
    assertThat(RHat.rankNormalised(all)).isNaN();
    assertThat(EffectiveSize.bulk(all)).isNaN();
    double[][] apart = new double[2][100];
    Arrays.fill(apart[1], 1);
    assertThat(RHat.rankNormalised(apart)).isGreaterThan(1e6);
    assertThat(RHat.split(apart)).isGreaterThan(1e6);
    assertThat(EffectiveSize.bulk(apart)).isLessThan(4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void oneDrawThatIsNotFiniteSpoilsAll(double value) {
    double[][] x = GoldenChains.plain(63, 100, 4);
    x[2][50] = value;
    PosteriorSummary summary = PosteriorSummary.of("x", x);
    assertThat(
            new double[] {
              summary.mean(),
              summary.sd(),
              summary.mcseMean(),
              summary.mcseSd(),
              summary.q05(),
              summary.q50(),
              summary.q95(),
              summary.rHat(),
              summary.essBulk(),
              summary.essTail(),
              RHat.split(x),
              EffectiveSize.mean(x),
              EffectiveSize.standardDeviation(x),
              EffectiveSize.quantile(x, 0.3),
              EffectiveSize.unsplit(x),
              MonteCarloError.mean(x),
              MonteCarloError.standardDeviation(x),
              MonteCarloError.quantile(x, 0.3)
            })
        .containsOnly(Double.NaN);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void tooFewDrawsShowNothing(int draws) {
    double[][] x = GoldenChains.plain(64, draws, 4);
    PosteriorSummary summary = PosteriorSummary.of("x", x);
    assertThat(summary.rHat()).isNaN();
    assertThat(summary.essBulk()).isNaN();
    assertThat(summary.essTail()).isNaN();
    assertThat(summary.mcseMean()).isNaN();
    assertThat(MonteCarloError.quantile(x, 0.5)).isNaN();
    assertThat(Double.isNaN(summary.mean())).isEqualTo(draws == 0);
  }

  @Test
  void noChainsAreADefectOfTheCaller() {
    assertThatThrownBy(() -> RHat.rankNormalised(new double[0][]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no chains");
    assertThatThrownBy(() -> PosteriorSummary.ofAll(List.of())).hasMessage("no chains");
    assertThatThrownBy(() -> EffectiveSize.quantile(new double[1][9], 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no probability: 1.5");
  }

  @Test
  void sizesDoNotDependOnPlaceOrUnit() {
    double[][] x = GoldenChains.autoregressive(65, 400, 4, 0.6);
    double[][] far = GoldenChains.map(x, v -> 1e8 + v);
    double[][] back = GoldenChains.map(far, v -> v - 1e8);
    assertThat(EffectiveSize.mean(far) / EffectiveSize.mean(back)).isCloseTo(1, within(1e-7));
    assertThat(EffectiveSize.bulk(far)).isEqualTo(EffectiveSize.bulk(back));
    double[][] small = GoldenChains.map(x, v -> 0x1p-30 * v);
    assertThat(EffectiveSize.mean(small)).isEqualTo(EffectiveSize.mean(x));
    assertThat(RHat.rankNormalised(GoldenChains.map(x, StrictMath::exp)))
        .isLessThan(1.05); // of ranks: no moment of the draws is needed
  }

  /** The true size of S draws of x(t) = phi x(t-1) + noise is S (1 - phi)/(1 + phi). */
  @ParameterizedTest
  @ValueSource(doubles = {-0.5, 0, 0.5, 0.9})
  void aMillionDrawsGiveTheTrueSize(double phi) {
    RandomStream random = RandomStreams.of(SEED).at("ar", Double.doubleToLongBits(phi));
    double[][] x = new double[4][250_000];
    for (double[] chain : x) {
      double last = random.nextGaussian() / Math.sqrt(1 - phi * phi);
      for (int i = 0; i < chain.length; i++) {
        last = phi * last + random.nextGaussian();
        chain[i] = last;
      }
    }
    double size = 1e6 * (1 - phi) / (1 + phi);
    assertThat(EffectiveSize.bulk(x) / size).as("seed %s", SEED).isCloseTo(1, within(0.05));
    assertThat(RHat.rankNormalised(x)).isCloseTo(1, within(1e-3));
  }

  @Test
  void transformedAutocovariancesEqualSummedOnes() {
    for (int length : new int[] {25, 64, 100, 257}) {
      for (int chains = 1; chains <= 4; chains++) {
        double[][] x = GoldenChains.autoregressive(66, length, chains, 0.8);
        double[] products = new PowerSpectrum(length).laggedProducts(x);
        for (int t = 0; t < length; t++) {
          double sum = 0;
          for (double[] chain : x) {
            for (int i = 0; i + t < length; i++) {
              sum += chain[i] * chain[i + t];
            }
          }
          assertThat(products[t]).isCloseTo(sum, within(1e-13 * products[0]));
        }
      }
    }
  }

  @Test
  void energyFractionIsTheRatioOfSums() {
    // steps 1, 4, 1 over deviations 9/4 + 1/4 + 9/4 + 1/4 of 0 1 3 2: mean 1.5
    assertThat(EnergyFraction.bfmi(new double[] {0, 1, 3, 2})).isCloseTo(6.0 / 5, within(1e-15));
    assertThat(EnergyFraction.bfmi(new double[] {5, 5, 5})).isNaN();
    assertThat(EnergyFraction.bfmi(new double[] {5})).isNaN();
    assertThat(EnergyFraction.bfmi(new double[0])).isNaN();
    assertThat(EnergyFraction.bfmi(new double[] {1, Double.NaN, 2})).isNaN();
    assertThat(EnergyFraction.bfmi(new double[] {1, Double.POSITIVE_INFINITY, 2})).isNaN();
  }

  @Test
  void samplerIsSummedOverChains() {
    SamplerStatistics first = statistics(new boolean[] {true, false}, new int[] {10, 3}, 0.5);
    SamplerStatistics second = statistics(new boolean[] {false, false}, new int[] {10, 10}, 0.25);
    SamplerSummary summary = SamplerSummary.of(List.of(first, second), 10);
    assertThat(summary.draws()).isEqualTo(4);
    assertThat(summary.divergences()).isEqualTo(1);
    assertThat(summary.saturated()).isEqualTo(0.75);
    assertThat(summary.meanAcceptance()).isCloseTo(0.8, within(1e-15));
    assertThat(summary.stepSizes()).containsExactly(0.5, 0.25);
    assertThat(summary.leapfrogs()).isEqualTo(28);
    assertThat(summary.worstEnergyFraction()).isEqualTo(2);
  }

  @Test
  void chainsOfDrawsAreSummedUpByVariable() {
    SamplerStatistics statistics = statistics(new boolean[2], new int[2], 1);
    ChainDraws one = new ChainDraws(List.of("a", "b[1]"), new double[] {1, 10, 2, 20}, statistics);
    ChainDraws two = new ChainDraws(List.of("a", "b[1]"), new double[] {3, 30, 4, 40}, statistics);
    List<PosteriorSummary> summaries = PosteriorSummary.ofAll(List.of(one, two));
    assertThat(summaries).extracting(PosteriorSummary::variable).containsExactly("a", "b[1]");
    assertThat(summaries).extracting(PosteriorSummary::mean).containsExactly(2.5, 25.0);
    ChainDraws other = new ChainDraws(List.of("b[1]", "a"), one.values(), statistics);
    assertThatThrownBy(() -> PosteriorSummary.ofAll(List.of(one, other)))
        .hasMessage("chains of different variables");
  }

  private static SamplerStatistics statistics(boolean[] diverging, int[] depth, double step) {
    return new SamplerStatistics(
        new double[2],
        new double[] {0.7, 0.9},
        new double[] {step, step},
        depth,
        new int[] {7, 7},
        diverging,
        new double[] {1, 2});
  }
}
