package org.debye.inference.nuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.debye.inference.LogDensity;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

/** The map of the conditional chart, at random coefficients. */
class ConditionalChartTest {
  private static final long SEED = 20261124;
  private static final BlockShape SHAPE = new BlockShape(5, 7, 3);

  private final LogDensity inner = new NormalDensity(scales());
  private final ConditionalChart chart = chart();

  @Test
  void leavingUndoesEntering() {
    double[] x = random("x", SHAPE.dimension(), 1);
    double[] z = new double[x.length];
    chart.enter(x, z);
    double[] back = chart.leave(z);
    for (int i = 0; i < x.length; i++) {
      assertThat(back[i]).isCloseTo(x[i], within(1e-12));
    }
    assertThat(z).isNotEqualTo(x);
  }

  @Test
  void gradientIsTheDerivative() {
    double[] z = random("z", SHAPE.dimension(), 1);
    double[] gradient = new double[z.length];
    double[] other = new double[z.length];
    chart.evaluate(z, gradient);
    for (int i = 0; i < z.length; i++) {
      double at = z[i];
      z[i] = at + 1e-6;
      double ahead = chart.evaluate(z, other);
      z[i] = at - 1e-6;
      double behind = chart.evaluate(z, other);
      z[i] = at;
      assertThat((ahead - behind) / 2e-6)
          .as("coordinate %s, seed %s", i, SEED)
          .isCloseTo(gradient[i], within(1e-6 * (1 + Math.abs(gradient[i]))));
    }
  }

  /** The map is triangular: its Jacobian is the product of the latents' own slopes. */
  @Test
  void jacobianIsTheProductOfTheSlopes() {
    double[] z = random("z", SHAPE.dimension(), 1);
    double sum = 0;
    for (int i = SHAPE.globals(); i < z.length; i++) {
      double at = z[i];
      z[i] = at + 0.5;
      double ahead = chart.leave(z)[i];
      z[i] = at - 0.5;
      sum += Math.log(ahead - chart.leave(z)[i]);
      z[i] = at;
    }
    assertThat(chart.logJacobian(z)).isCloseTo(sum, within(1e-10));
    double direct = inner.evaluate(chart.leave(z).clone(), new double[z.length]);
    assertThat(chart.evaluate(z, new double[z.length])).isCloseTo(direct + sum, within(1e-10));
  }

  private static ConditionalChart chart() {
    double[][] shifts = new double[SHAPE.globals()][];
    double[][] stretches = new double[SHAPE.globals()][];
    for (int k = 0; k < SHAPE.globals(); k++) {
      shifts[k] = random("shifts" + k, SHAPE.latents(), 1);
      stretches[k] = random("stretches" + k, SHAPE.latents(), 0.7);
    }
    return new ConditionalChart(
        new NormalDensity(scales()),
        SHAPE,
        random("centre", SHAPE.dimension(), 1),
        shifts,
        stretches);
  }

  private static double[] scales() {
    double[] scales = random("scales", SHAPE.dimension(), 0.2);
    for (int i = 0; i < scales.length; i++) {
      scales[i] = Math.exp(scales[i]);
    }
    return scales;
  }

  private static double[] random(String what, int length, double scale) {
    RandomStream random = RandomStreams.of(SEED).at(what);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = scale * random.nextGaussian();
    }
    return values;
  }
}
