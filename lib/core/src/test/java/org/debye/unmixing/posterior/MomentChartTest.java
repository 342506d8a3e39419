package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.inference.LogDensity;
import org.debye.inference.transform.Logits;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By differences, and by determinants of differences; no posterior is needed for that. */
final class MomentChartTest {
  private static final double STEP = 1e-6;

  /** Normal about a random point, every coordinate tied to its neighbours. */
  private record Bowl(double[] centre) implements LogDensity {
    @Override
    public int dimension() {
      return centre.length;
    }

    @Override
    public double evaluate(double[] position, double[] gradient) {
      double value = 0;
      for (int i = 0; i < centre.length; i++) {
        int next = (i + 1) % centre.length;
        double a = position[i] - centre[i];
        double b = position[next] - centre[next];
        value -= 0.5 * a * a + 0.3 * a * b;
        gradient[i] = -a - 0.3 * b;
      }
      for (int i = 0; i < centre.length; i++) {
        int before = (i + centre.length - 1) % centre.length;
        gradient[i] -= 0.3 * (position[before] - centre[before]);
      }
      return value;
    }
  }

  private static MixingModel model(double alpha1, double sigma, NoiseModel noise) {
    return new MixingModel(3, 2, 1, alpha1, sigma, 1, noise);
  }

  private static MixingLayout layout(MixingModel model) {
    MixingPrior prior = MixingDensity.Options.ofModel().prior();
    return new MixingLayout(model, 5, prior, Logits.STRETCHED);
  }

  private static double[] random(MixingLayout layout, int number) {
    RandomStream random = RandomStreams.of(17).at(number);
    double[] position = new double[layout.abundancesAt()];
    Arrays.setAll(position, i -> 0.8 * random.nextGaussian());
    return position;
  }

  private static MomentChart chart(MixingModel model, MixingLayout layout, int number) {
    LogDensity inner = new Bowl(random(layout, 100 + number));
    MomentChart chart = new MomentChart(inner, layout, model, 0.4 * number);
    chart.enter(random(layout, 200 + number), new double[inner.dimension()]);
    return chart;
  }

  @ParameterizedTest
  @CsvSource({
    "8, 0.3, STANDARD_DEVIATION",
    "0.4, 0.05, STANDARD_DEVIATION",
    "8, 0.03, AUTHORS_CODE",
    "2, 0.3, AUTHORS_CODE"
  })
  void gradientIsThatOfDifferences(double alpha1, double sigma, NoiseModel noise) {
    MixingModel model = model(alpha1, sigma, noise);
    MixingLayout layout = layout(model);
    for (int number = 0; number < 8; number++) {
      MomentChart chart = chart(model, layout, number);
      double[] position = new double[chart.dimension()];
      chart.enter(random(layout, number), position);
      double[] gradient = new double[position.length];
      double[] unused = new double[position.length];
      chart.evaluate(position, gradient);
      for (int i = 0; i < position.length; i++) {
        double[] moved = position.clone();
        moved[i] = position[i] + STEP;
        double above = chart.evaluate(moved, unused);
        moved[i] = position[i] - STEP;
        double below = chart.evaluate(moved, unused);
        double slope = (above - below) / (2 * STEP);
        assertThat(gradient[i])
            .as("coordinate %d", i)
            .isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 0.3, STANDARD_DEVIATION", "8, 0.03, AUTHORS_CODE", "0.4, 0.2, AUTHORS_CODE"})
  void leadsBackToWhereItCameFrom(double alpha1, double sigma, NoiseModel noise) {
    MixingModel model = model(alpha1, sigma, noise);
    MixingLayout layout = layout(model);
    for (int number = 0; number < 20; number++) {
      MomentChart chart = chart(model, layout, number);
      double[] inside = random(layout, number);
      double[] position = new double[inside.length];
      double[] back = new double[inside.length];
      chart.enter(inside, position);
      chart.leave(position, back);
      assertThat(back).containsExactly(inside, within(1e-8));
    }
  }

  /** Endmembers so close together that noise explains all variance are points of it, too. */
  @ParameterizedTest
  @CsvSource({
    "8, 0.3, 0.01, STANDARD_DEVIATION",
    "8, 0.3, 0.0001, STANDARD_DEVIATION",
    "8, 0.03, 0.01, AUTHORS_CODE"
  })
  void hasTrianglesOfAllSizes(double alpha1, double sigma, double size, NoiseModel noise) {
    MixingModel model = model(alpha1, sigma, noise);
    MixingLayout layout = layout(model);
    for (int number = 0; number < 20; number++) {
      MomentChart chart = chart(model, layout, number);
      double[] inside = random(layout, number);
      for (int i = layout.endmembersAt(); i < layout.scalesAt(); i++) {
        inside[i] *= size;
      }
      double[] position = new double[inside.length];
      double[] back = new double[inside.length];
      chart.enter(inside, position);
      chart.leave(position, back);
      assertThat(position).doesNotContain(Double.NaN);
      for (int i = 0; i < inside.length; i++) {
        double scale = i < layout.endmembersAt() || i >= layout.scalesAt() ? 1 : size;
        assertThat(back[i]).isCloseTo(inside[i], within(1e-6 * scale));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 0.3, STANDARD_DEVIATION", "8, 0.03, AUTHORS_CODE"})
  void volumeIsTheDeterminantOfDifferences(double alpha1, double sigma, NoiseModel noise) {
    MixingModel model = model(alpha1, sigma, noise);
    MixingLayout layout = layout(model);
    for (int number = 0; number < 8; number++) {
      MomentChart chart = chart(model, layout, number);
      double[] position = new double[chart.dimension()];
      chart.enter(random(layout, number), position);
      assertVolume(
          (at, to) -> {
            chart.leave(at, to);
            return chart.logJacobian(at);
          },
          position);
    }
  }

  private interface Map {
    double apply(double[] inside, double[] out);
  }

  /** Of what leads from coordinates to others, against what it says, by differences. */
  private static void assertVolume(Map map, double[] inside) {
    int n = inside.length;
    DMatrixRMaj slopes = new DMatrixRMaj(n, n);
    double[] above = new double[n];
    double[] below = new double[n];
    for (int j = 0; j < n; j++) {
      double[] moved = inside.clone();
      moved[j] = inside[j] + STEP;
      map.apply(moved, above);
      moved[j] = inside[j] - STEP;
      map.apply(moved, below);
      for (int i = 0; i < n; i++) {
        slopes.set(i, j, (above[i] - below[i]) / (2 * STEP));
      }
    }
    assertThat(map.apply(inside, above))
        .isCloseTo(Math.log(Math.abs(CommonOps_DDRM.det(slopes))), within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"8, 0.3, STANDARD_DEVIATION", "8, 0.03, AUTHORS_CODE"})
  void turnsAndWalksSayWhatVolumeTheyMake(double alpha1, double sigma, NoiseModel noise) {
    MixingModel model = model(alpha1, sigma, noise);
    MixingLayout layout = layout(model);
    for (int number = 0; number < 8; number++) {
      MomentChart chart = chart(model, layout, number);
      MomentTurns turns = new MomentTurns(chart);
      double[] by = Arrays.copyOf(random(layout, 300 + number), 3);
      int coordinate = layout.scalesAt() + number % 3;
      assertVolume((inside, out) -> turns.turn(inside, by, out), random(layout, number));
      int k = number % 3;
      assertVolume((inside, out) -> turns.incline(inside, k, -0.8, out), random(layout, number));
      assertVolume(
          (inside, out) -> turns.walk(inside, coordinate, 0.7, out), random(layout, number));
    }
  }

  /** There and back again, by maps one of which undoes the other. */
  private static double[] thereAndBack(double[] inside, Map first, Map second) {
    double[] there = new double[inside.length];
    double[] back = new double[inside.length];
    double volume = first.apply(inside, there);
    double inverse = second.apply(there, back);
    assertThat(volume).isCloseTo(-inverse, within(1e-9));
    assertThat(back).containsExactly(inside, within(1e-7));
    return there;
  }

  @Test
  void inclinesAnEndmemberOnItsRay() {
    MixingModel model = model(8, 0.03, NoiseModel.AUTHORS_CODE);
    MixingLayout layout = layout(model);
    MomentTurns turns = new MomentTurns(chart(model, layout, 0));
    double[] inside = random(layout, 5);
    double[] there =
        thereAndBack(
            inside,
            (from, to) -> turns.incline(from, 1, -2, to),
            (from, to) -> turns.incline(from, 1, 2, to));
    double[] before = new double[layout.globals()];
    double[] after = new double[layout.globals()];
    layout.constrain(inside, before);
    layout.constrain(there, after);
    assertThat(odds(after[1])).isCloseTo(odds(before[1]) * Math.exp(-4), within(1e-9));
    for (int d = 0; d < 2; d++) {
      assertThat(mean(after, d)).isCloseTo(mean(before, d), within(1e-9));
    }
  }

  private static double odds(double weight) {
    return weight / (1 - weight);
  }

  private static double mean(double[] globals, int d) {
    double mean = 0;
    for (int k = 0; k < 3; k++) {
      mean += globals[k] * globals[3 + 2 * k + d];
    }
    return mean;
  }

  @Test
  void turnsBack() {
    MixingModel model = model(8, 0.03, NoiseModel.AUTHORS_CODE);
    MixingLayout layout = layout(model);
    MomentTurns turns = new MomentTurns(chart(model, layout, 0));
    double[] inside = random(layout, 5);
    double[] there =
        thereAndBack(
            inside,
            (from, to) -> turns.turn(from, new double[] {0.3, -1.1, 0.8}, to),
            (from, to) -> turns.turn(from, new double[] {-0.3, 1.1, -0.8}, to));
    assertThat(there[0]).isNotCloseTo(inside[0], within(1e-2));
  }

  @Test
  void valueIsTheInnerOneAndTheVolume() {
    MixingModel model = model(3, 0.2, NoiseModel.STANDARD_DEVIATION);
    MixingLayout layout = layout(model);
    LogDensity inner = new Bowl(random(layout, 100));
    MomentChart chart = new MomentChart(inner, layout, model, 0.3);
    double[] inside = random(layout, 1);
    double[] position = new double[inside.length];
    double[] unused = new double[inside.length];
    chart.enter(inside, position);
    double value = chart.evaluate(position, unused);
    assertThat(value - chart.logJacobian(position))
        .isCloseTo(inner.evaluate(inside, unused), within(1e-9));
  }

  @Test
  void isOfThreeEndmembersInAPlane() {
    MixingModel four = new MixingModel(4, 3, 1, 2, 0.1, 1, NoiseModel.STANDARD_DEVIATION);
    MixingLayout layout = layout(four);
    LogDensity inner = new Bowl(random(layout, 0));
    assertThat(MomentChart.fits(four)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new MomentChart(inner, layout, four, 0));
  }
}
