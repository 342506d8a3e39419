package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;

/**
 * The covariance of the noise of an observation of mean abundances, in two dimensions, as a
 * function of the global coordinates: S M M' S, S the scales or under {@link
 * NoiseModel#AUTHORS_CODE} their roots, M the correlation factor or there the factors' mean by
 * weights.
 */
final class MeanNoise {
  private static final int DIMENSIONS = 2;
  private static final int ENTRIES = DIMENSIONS * DIMENSIONS;

  private final MixingLayout layout;
  private final boolean mixed;
  private final double[] scales = new double[DIMENSIONS];
  private final double[] scaleSlopes = new double[DIMENSIONS];
  private final double[] factors;
  private final double[] factorSlopes;
  private final double[] none;

  /** By S_1, S_2, M_21 and M_22. */
  private final double[] slopes = new double[ENTRIES];

  private final double[] withJacobian;
  private final double[] jacobian;
  private double first;
  private double second;
  private double below;
  private double diagonal;

  MeanNoise(MixingLayout layout, MixingModel model) {
    this.layout = layout;
    mixed = model.noise() == NoiseModel.AUTHORS_CODE;
    factors = new double[layout.correlationFactors() * ENTRIES];
    factorSlopes = new double[factors.length];
    none = new double[factors.length];
    withJacobian = new double[layout.abundancesAt()];
    jacobian = new double[layout.abundancesAt()];
  }

  /** Takes a position and its weights. */
  void take(double[] position, double[] weights) {
    layout.scaleTransform().constrain(position, layout.scalesAt(), scales, 0);
    first = mixed ? Math.sqrt(scales[0]) : scales[0];
    second = mixed ? Math.sqrt(scales[1]) : scales[1];
    below = 0;
    diagonal = 0;
    for (int f = 0; f < layout.correlationFactors(); f++) {
      layout.factorTransform().constrain(position, coordinatesOf(f), factors, f * ENTRIES);
      below += share(f, weights) * factors[f * ENTRIES + 2];
      diagonal += share(f, weights) * factors[f * ENTRIES + 3];
    }
  }

  private int coordinatesOf(int factor) {
    return layout.correlationAt() + factor * layout.factorTransform().coordinates();
  }

  private double share(int factor, double[] weights) {
    return mixed ? weights[factor] : 1;
  }

  /**
   * Along a direction.
   *
   * @param x its first component
   * @param y its second
   */
  double variance(double x, double y) {
    double one = x * first + y * second * below;
    double two = y * second * diagonal;
    return one * one + two * two;
  }

  /** Forgets slopes. */
  void clear() {
    Arrays.fill(slopes, 0);
  }

  /** Takes the slope of something by the variance along a direction. */
  void add(double slope, double x, double y) {
    double one = 2 * slope * (x * first + y * second * below);
    double two = 2 * slope * y * second * diagonal;
    slopes[0] += one * x;
    slopes[1] += y * (one * below + two * diagonal);
    slopes[2] += one * y * second;
    slopes[3] += two * y * second;
  }

  /**
   * The slopes of whatever has the slopes that were {@linkplain #add added}.
   *
   * @param weightSlopes K; overwritten
   * @param gradient added to, from the scales' coordinates on
   */
  void pullBack(double[] weights, double[] position, double[] weightSlopes, double[] gradient) {
    scaleSlopes[0] = slopes[0] * (mixed ? 0.5 / first : 1);
    scaleSlopes[1] = slopes[1] * (mixed ? 0.5 / second : 1);
    Arrays.fill(weightSlopes, 0);
    for (int f = 0; f < layout.correlationFactors(); f++) {
      factorSlopes[f * ENTRIES + 2] = share(f, weights) * slopes[2];
      factorSlopes[f * ENTRIES + 3] = share(f, weights) * slopes[3];
      if (mixed) {
        weightSlopes[f] =
            slopes[2] * factors[f * ENTRIES + 2] + slopes[3] * factors[f * ENTRIES + 3];
      }
    }
    transform(position, scaleSlopes, factorSlopes, withJacobian);
    transform(position, none, none, jacobian);
    for (int at = layout.scalesAt(); at < layout.concentrationAt(); at++) {
      gradient[at] += withJacobian[at] - jacobian[at];
    }
  }

  /** With the slopes of the transforms' own log Jacobians, as transforms give them. */
  private void transform(
      double[] position, double[] byScale, double[] byFactor, double[] gradient) {
    int at = layout.scalesAt();
    layout.scaleTransform().pullBack(position, at, scales, 0, byScale, gradient);
    for (int f = 0; f < layout.correlationFactors(); f++) {
      layout
          .factorTransform()
          .pullBack(position, coordinatesOf(f), factors, f * ENTRIES, byFactor, gradient);
    }
  }
}
