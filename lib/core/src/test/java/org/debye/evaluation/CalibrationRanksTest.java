package org.debye.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class CalibrationRanksTest {

  @Test
  void aRankCountsTheDrawsBelowTheTruth() {
    assertThat(CalibrationRanks.rank(0.5, new double[] {0.1, 0.9, 0.4})).isEqualTo(2);
  }

  @Test
  void chiSquareIsPearsons() {
    CalibrationRanks ranks = CalibrationRanks.among(3);
    int[] counts = {10, 20, 30, 40};
    for (int rank = 0; rank < 4; rank++) {
      for (int i = 0; i < counts[rank]; i++) {
        ranks.add(rank);
      }
    }
    // R: chisq.test(c(10, 20, 30, 40))$p.value
    assertThat(ranks.chiSquareProbability(4)).isCloseTo(0.0001697424, within(1e-9));
  }

  /** All 81 sequences of four ranks among two draws, against the path's law. */
  @Test
  void theSimultaneousTestIsExactOnAllSequencesOfASmallCase() {
    int[] sequence = new int[4];
    double[] gammas = new double[81];
    double[] probabilities = new double[81];
    for (int code = 0; code < 81; code++) {
      CalibrationRanks ranks = CalibrationRanks.among(2);
      for (int i = 0, rest = code; i < 4; i++, rest /= 3) {
        sequence[i] = rest % 3;
        ranks.add(sequence[i]);
      }
      gammas[code] = leastPointwise(ranks.counts());
      probabilities[code] = ranks.ecdfProbability();
    }
    for (int code = 0; code < 81; code++) {
      int asImprobable = 0;
      for (double gamma : gammas) {
        asImprobable += gamma <= gammas[code] * (1 + 1e-9) ? 1 : 0;
      }
      assertThat(probabilities[code]).isCloseTo(asImprobable / 81.0, within(1e-9));
    }
  }

  private static double leastPointwise(long[] counts) {
    double least = 2;
    long below = 0;
    for (int rank = 0; rank < 2; rank++) {
      below += counts[rank];
      BinomialDistribution law = BinomialDistribution.of(4, (rank + 1) / 3.0);
      double tail =
          Math.min(
              law.cumulativeProbability((int) below), law.survivalProbability((int) below - 1));
      least = Math.min(least, 2 * tail);
    }
    return least;
  }

  @Test
  void uniformRanksPassAsOftenAsTheTestsClaim() {
    int rejectedByHistogram = 0;
    int rejectedByEcdf = 0;
    for (int study = 0; study < 400; study++) {
      CalibrationRanks ranks = CalibrationRanks.among(99);
      RandomStream random = RandomStreams.of(11).at("uniform", study);
      for (int dataset = 0; dataset < 200; dataset++) {
        ranks.add((int) (random.nextDouble() * 100));
      }
      rejectedByHistogram += ranks.chiSquareProbability(20) < 0.05 ? 1 : 0;
      rejectedByEcdf += ranks.ecdfProbability() < 0.05 ? 1 : 0;
    }
    // 20 expected of 400, standard deviation 4.4
    assertThat(rejectedByHistogram).isBetween(6, 36);
    assertThat(rejectedByEcdf).isBetween(4, 36);
  }

  @Test
  void overconfidentPosteriorsFail() {
    CalibrationRanks ranks = CalibrationRanks.among(99);
    RandomStream random = RandomStreams.of(12).at("overconfident");
    for (int dataset = 0; dataset < 300; dataset++) {
      double truth = random.nextGaussian();
      double[] draws = new double[99];
      for (int draw = 0; draw < 99; draw++) {
        draws[draw] = 0.7 * random.nextGaussian();
      }
      ranks.add(CalibrationRanks.rank(truth, draws));
    }
    assertThat(ranks.chiSquareProbability(20)).isLessThan(1e-4);
    assertThat(ranks.ecdfProbability()).isLessThan(1e-3);
  }

  @Test
  void aBandHoldsUniformPathsAsOftenAsAsked() {
    double[] points = new double[19];
    for (int point = 0; point < points.length; point++) {
      points[point] = (point + 1) / 20.0;
    }
    EcdfBand band = EcdfBand.of(100, points, 0.9);
    int inside = 0;
    for (int path = 0; path < 4000; path++) {
      RandomStream random = RandomStreams.of(13).at("paths", path);
      int[] below = new int[points.length];
      for (int value = 0; value < 100; value++) {
        double u = random.nextDouble();
        for (int point = 0; point < points.length; point++) {
          below[point] += u <= points[point] ? 1 : 0;
        }
      }
      boolean held = true;
      for (int point = 0; point < points.length; point++) {
        held &= band.low()[point] <= below[point] && below[point] <= band.high()[point];
      }
      inside += held ? 1 : 0;
    }
    // at least 0.9 by construction, a little more as counts are whole; 3 sd of 4000 is 0.014
    assertThat(inside / 4000.0).isBetween(0.886, 0.935);
  }
}
