package org.debye.inference.nuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.debye.inference.BlockedLogDensity;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

/**
 * Trends of x_j ~ N(a_j + b_j v, exp(2 c_j v)), v ~ N(0, 2^2): far apart in scale, yet found from
 * twenty draws.
 */
class ConditionalTrendsTest {
  private static final long SEED = 20261125;
  private static final double[] CENTRES = {0, 3, -1, 0.5};
  private static final double[] SHIFTS = {0, 0.7, -2, 0.1};
  private static final double[] STRETCHES = {0.5, 0, 1, -0.8};

  private final List<double[]> draws = new ArrayList<>();
  private final List<double[]> gradients = new ArrayList<>();
  private double meanGlobal;

  @Test
  void areThoseOfTheDensity() {
    draw();
    ConditionalTrends trends = new ConditionalTrends(new Trended(), draws, gradients);
    double[][] shifts = trends.shifts();
    double[] centre = trends.centre(shifts);
    double[][] stretches = trends.stretches(shifts);
    for (int j = 0; j < CENTRES.length; j++) {
      String latent = "latent " + j + ", seed " + SEED;
      double location = CENTRES[j] + SHIFTS[j] * meanGlobal;
      assertThat(shifts[0][j]).as(latent).isCloseTo(SHIFTS[j], within(1e-5));
      assertThat(centre[1 + j]).as(latent).isCloseTo(location, within(1e-5));
      assertThat(stretches[0][j]).as(latent).isCloseTo(STRETCHES[j], within(0.02));
    }
  }

  private void draw() {
    RandomStream random = RandomStreams.of(SEED).at("draws");
    for (int m = 0; m < 20; m++) {
      double[] x = new double[1 + CENTRES.length];
      x[0] = 2 * random.nextGaussian();
      for (int j = 0; j < CENTRES.length; j++) {
        double scale = Math.exp(STRETCHES[j] * x[0]);
        x[1 + j] = CENTRES[j] + SHIFTS[j] * x[0] + scale * random.nextGaussian();
      }
      double[] gradient = new double[x.length];
      new Trended().evaluate(x, gradient);
      draws.add(x);
      gradients.add(gradient);
      meanGlobal += x[0] / 20;
    }
  }

  private static final class Trended implements BlockedLogDensity {
    @Override
    public int dimension() {
      return 1 + CENTRES.length;
    }

    @Override
    public int globals() {
      return 1;
    }

    @Override
    public int blocks() {
      return CENTRES.length;
    }

    @Override
    public double evaluate(double[] x, double[] gradient) {
      double value = -x[0] * x[0] / 8;
      gradient[0] = -x[0] / 4;
      for (int j = 0; j < CENTRES.length; j++) {
        double inverse = Math.exp(-STRETCHES[j] * x[0]);
        double z = (x[1 + j] - CENTRES[j] - SHIFTS[j] * x[0]) * inverse;
        value -= 0.5 * z * z + STRETCHES[j] * x[0];
        gradient[0] += z * (SHIFTS[j] * inverse + STRETCHES[j] * z) - STRETCHES[j];
        gradient[1 + j] = -z * inverse;
      }
      return value;
    }
  }
}
