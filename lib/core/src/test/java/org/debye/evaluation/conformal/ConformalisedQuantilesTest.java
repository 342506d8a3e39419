package org.debye.evaluation.conformal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Conformal intervals: the finite sample, and the share that they promise. */
final class ConformalisedQuantilesTest {
  private static final int CALIBRATING = 99;
  private static final int TRIALS = 20_000;

  @Test
  void theWideningIsThatOfTheFiniteSample() {
    // scores 1, 2, ..., 9: of ten places, the ninth at 0.9 and the fifth at 0.5
    double[] truth = new double[9];
    Arrays.setAll(truth, i -> i + 1);
    double[] zero = new double[9];
    assertThat(widening(0.9, zero, zero, truth)).isEqualTo(9);
    assertThat(widening(0.5, zero, zero, truth)).isEqualTo(5);
    assertThat(widening(0.3, zero, zero, truth)).isEqualTo(3);
    assertThat(widening(0.91, zero, zero, truth)).isInfinite();
  }

  private static double widening(double level, double[] lower, double[] upper, double[] truth) {
    return ConformalisedQuantiles.calibrated(level, 1, lower, upper, truth).widening()[0];
  }

  @Test
  void anOutputHasAWideningOfItsOwn() {
    double[] truth = {0.1, 5, 0.2, 6, 0.3, 7};
    double[] zero = new double[6];
    ConformalisedQuantiles found = ConformalisedQuantiles.calibrated(0.5, 2, zero, zero, truth);
    assertThat(found.widening()).containsExactly(0.2, 6);
    assertThat(found.of(1, 1, 2)).isEqualTo(new Bounds(-5, 8));
    assertThat(found.of(0, 2, 1)).isEqualTo(new Bounds(0.8, 2.2));
  }

  @Test
  void intervalsAreNeverInsideOut() {
    ConformalisedQuantiles narrow = new ConformalisedQuantiles(0.5, new double[] {-0.3});
    assertThat(narrow.of(0, 0, 1)).isEqualTo(new Bounds(0.3, 0.7));
    assertThat(narrow.of(0, 0.4, 0.6)).isEqualTo(new Bounds(0.5, 0.5));
    assertThat(new Bounds(-0.2, 0.4).within(0, 1)).isEqualTo(new Bounds(0, 0.4));
    assertThat(new Bounds(-0.2, -0.1).within(0, 1)).isEqualTo(new Bounds(0, 0));
    assertThat(
            new ConformalisedQuantiles(0.5, new double[] {Double.POSITIVE_INFINITY})
                .of(0, 0, 1)
                .within(0, 1))
        .isEqualTo(new Bounds(0, 1));
    assertThatThrownBy(() -> new Bounds(1, 0)).hasMessageContaining("from 1.0 to 0.0");
  }

  /**
   * Over draws of calibration records and of one that is asked about, the share is level to level +
   * 1 / (n + 1) (their theorem 1) however bad the model's quantiles are: here a constant, crossing,
   * too wide and too narrow. Within five standard errors.
   */
  @Test
  void theTruthIsHeldAsOftenAsPromisedWhateverTheModel() {
    double[][] models = {{0.4, 0.6}, {0.6, 0.4}, {-1, 2}, {0.1, 0.1}};
    Random random = new Random(20261122);
    for (double level : new double[] {0.5, 0.8, 0.9}) {
      for (double[] model : models) {
        int held = 0;
        for (int t = 0; t < TRIALS; t++) {
          held += oneTrial(level, model, random) ? 1 : 0;
        }
        double error = Math.sqrt(level * (1 - level) / TRIALS);
        assertThat((double) held / TRIALS)
            .as("level %s, quantiles %s", level, Arrays.toString(model))
            .isBetween(level - 5 * error, level + 1.0 / (CALIBRATING + 1) + 5 * error);
      }
    }
  }

  /** Shares whose spread depends on a feature; the model moves its quantiles with the feature. */
  private static boolean oneTrial(double level, double[] model, Random random) {
    double[] lower = new double[CALIBRATING + 1];
    double[] upper = new double[CALIBRATING + 1];
    double[] truth = new double[CALIBRATING + 1];
    for (int i = 0; i <= CALIBRATING; i++) {
      double feature = random.nextDouble();
      truth[i] = Math.pow(random.nextDouble(), 1 + feature);
      lower[i] = model[0] * feature;
      upper[i] = model[1] * feature;
    }
    ConformalisedQuantiles calibrated =
        ConformalisedQuantiles.calibrated(
            level,
            1,
            Arrays.copyOf(lower, CALIBRATING),
            Arrays.copyOf(upper, CALIBRATING),
            Arrays.copyOf(truth, CALIBRATING));
    Bounds bounds = calibrated.of(0, lower[CALIBRATING], upper[CALIBRATING]).within(0, 1);
    assertThat(bounds.width()).isCloseTo(bounds.upper() - bounds.lower(), within(0.0));
    return bounds.holds(truth[CALIBRATING]);
  }
}
