package org.debye.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.Exponentials;
import org.debye.numeric.PlaneMoments;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

class VectorPlaneMomentsTest {
  private final PlaneMoments plain = PlaneMoments.plain();
  private final PlaneMoments vector = new VectorPlaneMoments();

  @Test
  void isFoundWhereTheModuleIs() {
    assertThat(PlaneMoments.fastest()).isInstanceOf(VectorPlaneMoments.class);
  }

  private static double[][] rows(int count, RandomStream random) {
    double[][] rows = new double[count][Exponentials.LANES];
    for (double[] row : rows) {
      Arrays.setAll(row, l -> random.nextGaussian());
    }
    return rows;
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** Also after the just-in-time compiler took over. */
  @Test
  void everyBitIsThatOfThePlainLoops() {
    for (int trial = 0; trial < 6_000; trial++) {
      RandomStream random = RandomStreams.of(77).at(trial);
      double[] points = rows(1, random)[0];
      double[] shares = rows(1, random)[0];
      double[][] weights = rows(4, random);
      double[][] slope = rows(3, random);
      double[][] intercept = rows(2, random);
      double[][] expected = rows(6, random);
      double[][] found = copy(expected);
      int from = trial % 3;
      plain.add(points, 2 * trial % 50, shares, weights, from, slope, intercept, expected);
      vector.add(points, 2 * trial % 50, shares, weights, from, slope, intercept, found);
      assertThat(found).as("trial %d", trial).isDeepEqualTo(expected);
    }
  }

  @Test
  void sumsAreThoseOfTheDefinition() {
    RandomStream random = RandomStreams.of(78).at(0);
    double[] points = {0.3, -1.2, 0.8, 0.1};
    double[] shares = {2, 0.5};
    double[][] weights = rows(2, random);
    double[][] slope = rows(3, random);
    double[][] intercept = rows(2, random);
    double[][] sums = new double[6][Exponentials.LANES];
    vector.add(points, 0, shares, weights, 0, slope, intercept, sums);
    for (int l = 0; l < Exponentials.LANES; l++) {
      double[] expected = new double[6];
      for (int i = 0; i < 2; i++) {
        double y = points[2 * i];
        double z = points[2 * i + 1];
        double e = slope[0][l] * y + intercept[0][l];
        double f = slope[1][l] * y + slope[2][l] * z + intercept[1][l];
        double p = shares[i] * weights[i][l];
        double[] each = {p, p * e, p * f, p * e * e, p * e * f, p * f * f};
        Arrays.setAll(expected, j -> expected[j] + each[j]);
      }
      for (int j = 0; j < 6; j++) {
        assertThat(sums[j][l]).isCloseTo(expected[j], within(1e-12));
      }
    }
  }
}
