package org.debye.unmixing.posterior;

import java.util.Optional;
import org.debye.inference.LogDensity;
import org.debye.inference.transform.Logits;
import org.debye.spectra.mixing.NoiseModel;

/**
 * The posterior of the globals alone, each observation's abundances integrated out by an {@link
 * AbundanceRule}:
 *
 * <pre>
 * log p(globals) + sum_i log integral Dir(w_i | alpha1 w) N(y_i | C w_i, Sigma_i) dw_i + log |J|
 * </pre>
 *
 * <p>Its coordinates are the first {@link MixingLayout#abundancesAt} of those of a {@link
 * MixingDensity}, and its values are those of that density integrated over the others, to the error
 * of the rule. Cost: the rule's nodes for each observation. Not thread safe.
 */
final class MarginalDensity implements LogDensity {
  private static final double LOG_TWO_PI = 1.8378770664093453;

  /** Of sums, in parts of their terms. */
  private static final double ROUNDING = 1e-9;

  private final MixingLayout layout;
  private final MixingGlobals globals;
  private final Shapes shapes;
  private final AbundanceIntegral integral;

  /** Of s in the scale of the noise: 1/2 where s is a variance. */
  private final double power;

  private MarginalDensity(MixingDensity joint, AbundanceIntegral integral) {
    layout = layout(joint);
    globals = new MixingGlobals(layout, joint.model(), joint.prior());
    shapes = new Shapes(joint.model().endmembers());
    this.integral = integral;
    power = joint.model().noise() == NoiseModel.AUTHORS_CODE ? 0.5 : 1;
  }

  /** The marginal of a joint density, by this rule. */
  static MarginalDensity of(MixingDensity joint, AbundanceRule rule) {
    return of(joint, rule, WeightedObservations.once(joint.observations()));
  }

  /** The same with some of the observations, which count as often as all. */
  static MarginalDensity of(
      MixingDensity joint, AbundanceRule rule, WeightedObservations observed) {
    return of(joint, rule.integral(joint, observed));
  }

  /** The marginal of a joint density, its observations integrated so. */
  static MarginalDensity of(MixingDensity joint, AbundanceIntegral integral) {
    return new MarginalDensity(joint, integral);
  }

  /** The layout of the joint density, with stretched sticks. */
  static MixingLayout layout(MixingDensity joint) {
    return new MixingLayout(
        joint.model(), joint.observations().count(), joint.prior(), Logits.STRETCHED);
  }

  @Override
  public int dimension() {
    return layout.abundancesAt();
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    double lp = sum(position, true);
    int observations = layout.observations();
    double[] slopes = globals.concentrationSlopes();
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = observations * shapes.slope(k) + integral.byShape[k];
    }
    System.arraycopy(
        integral.byEndmember, 0, gradient, layout.endmembersAt(), integral.byEndmember.length);
    spreadSlopes(observations);
    globals.pullBack(position, gradient);
    return lp;
  }

  /** The value without the gradient. */
  double logDensity(double[] position) {
    return sum(position, false);
  }

  /**
   * The log density of each observation that counts, up to what all have alike.
   *
   * @return empty where the density is not finite
   */
  Optional<double[]> logsOfObservations(double[] position) {
    return Double.isFinite(sum(position, false))
        ? Optional.of(integral.logs.clone())
        : Optional.empty();
  }

  /**
   * The value without the gradient, or negative infinity if it is less than a number and that is
   * seen before all observations are.
   */
  double logDensityAbove(double[] position, double least) {
    double lp = begin(position);
    double ofAll = ofAll();
    double left = least - lp - ofAll;
    left -= ROUNDING * (Math.abs(least) + Math.abs(lp) + Math.abs(ofAll));
    lp += integral.sumAbove(globals, shapes, position, layout.endmembersAt(), left);
    return lp + ofAll;
  }

  private double sum(double[] position, boolean slopes) {
    double lp = begin(position);
    lp += integral.sum(globals, shapes, position, layout.endmembersAt(), slopes);
    return lp + ofAll();
  }

  /** Takes the globals; their prior. */
  private double begin(double[] position) {
    double lp = globals.constrain(position);
    shapes.take(globals.concentration());
    return lp;
  }

  /** What observations have alike. */
  private double ofAll() {
    double each = shapes.logNormalisation() - 0.5 * integral.dimensions * LOG_TWO_PI;
    for (double scale : globals.scales()) {
      each -= power * StrictMath.log(scale);
    }
    return layout.observations() * each;
  }

  private void spreadSlopes(int observations) {
    int d = integral.dimensions;
    for (int row = 0; row < d; row++) {
      globals.scaleSlopes()[row] +=
          power * (integral.byScale[row] - observations) / globals.scales()[row];
    }
    for (int f = 0; f < layout.correlationFactors(); f++) {
      for (int row = 1; row < d; row++) {
        for (int column = 0; column <= row; column++) {
          globals.factorSlopes()[(f * d + row) * d + column] +=
              integral.byFactor[f * integral.entries + ResidualRows.entry(row, column)];
        }
      }
    }
  }
}
