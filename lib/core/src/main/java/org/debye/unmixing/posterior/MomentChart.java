package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.LogDensity;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;

/**
 * A density of the globals of K = 3 endmembers in D = 2 dimensions, in coordinates that the data
 * determine one by one. What many much mixed observations say of the endmembers is their weighted
 * mean and their covariance, sharply, and little of how the triangle is turned: in the endmembers'
 * own coordinates that is a thin, bent shell, which only short steps follow. The endmembers' place
 * in the coordinates is taken by
 *
 * <pre>
 * mean (2);  log T1;  X21;  log T2;  the angle of turning
 * C = mean + P' L R(angle) v,  v the weighted contrasts,  P the axes of the observations'
 *     covariance,  L lower triangular,  L21 = X21
 * L11^2 / (alpha1 + 1) = h(T1^2 - noise variance 1)
 * L22^2 / (alpha1 + 1) = h(T2^2 - noise variance 2 - L21^2 / (alpha1 + 1))
 * </pre>
 *
 * so that T1^2 and T2^2 are about the variances of the observations, with h(x) = d log(1 + exp(x /
 * d)), d a tenth of the noise's variance: about x, but never negative. All other coordinates stay.
 * The sign of L22, the triangle's orientation, is that of the point that {@link #enter} was given;
 * the other orientation holds the same triangles with two labels exchanged. Turning on leads to
 * other labels too.
 *
 * <p>Gradients are exact, the inner density's being so. Not thread safe.
 */
final class MomentChart implements GlobalsChart {
  private static final int ENDMEMBERS = 3;
  private static final int DIMENSIONS = 2;
  private static final double SOFTNESS = 0.1;
  private static final double LARGEST_EXPONENT = 30;

  private final LogDensity inner;
  private final MixingLayout layout;
  private final WeightedContrasts contrasts = new WeightedContrasts(ENDMEMBERS);
  private final MeanNoise noise;
  private final double spread;
  private final double softness;
  private final int at;

  /** The first axis, of length 1; the second is (-y, x). */
  private final double x;

  private final double y;

  private final double[] weights = new double[ENDMEMBERS];
  private final double[] point;
  private final double[] slope;
  private final double[] turned = new double[DIMENSIONS * DIMENSIONS];
  private final double[] turnedSlope = new double[DIMENSIONS * DIMENSIONS];
  private final double[] contrastSlopes = new double[(ENDMEMBERS - 1) * ENDMEMBERS];
  private final double[] weightSlopes = new double[ENDMEMBERS];
  private double orientation = 1;
  private double excess1;
  private double excess2;
  private double l11;
  private double l21;
  private double l22;
  private double entered;
  private double cosine;
  private double sine;

  /**
   * @param inner in the coordinates of the layout, globals alone
   * @param model K = 3, D = 2
   * @param axis direction in radians along which the observations vary most: the angle is told by
   *     it, and there is none where there is no signal
   */
  MomentChart(LogDensity inner, MixingLayout layout, MixingModel model, double axis) {
    if (!fits(model)) {
      throw new IllegalArgumentException(
          model.endmembers() + " endmembers in " + model.dimensions() + " dimensions");
    }
    this.inner = inner;
    this.layout = layout;
    noise = new MeanNoise(layout, model);
    spread = model.alpha1() + 1;
    boolean variance = model.noise() == NoiseModel.AUTHORS_CODE;
    softness = SOFTNESS * model.sigma() * (variance ? 1 : model.sigma());
    at = layout.endmembersAt();
    x = StrictMath.cos(axis);
    y = StrictMath.sin(axis);
    point = new double[inner.dimension()];
    slope = new double[inner.dimension()];
  }

  static boolean fits(MixingModel model) {
    return model.endmembers() == ENDMEMBERS && model.dimensions() == DIMENSIONS;
  }

  @Override
  public int dimension() {
    return inner.dimension();
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    leave(position, point);
    double value = inner.evaluate(point, slope);
    System.arraycopy(slope, 0, gradient, 0, slope.length);
    byMatrix();
    double byL22 = -turnedSlope[2] * sine + turnedSlope[3] * cosine - 1 / l22;
    double by2 = softSlope(byL22, l22, excess2);
    double by1 = softSlope(turnedSlope[0] * cosine + turnedSlope[1] * sine, l11, excess1);
    gradient[at] = byMean(0);
    gradient[at + 1] = byMean(1);
    gradient[at + 2] = 2 + 2 * by1 * StrictMath.exp(2 * position[at + 2]);
    gradient[at + 3] = turnedSlope[2] * cosine + turnedSlope[3] * sine - by2 * 2 * l21 / spread;
    gradient[at + 4] = 2 + 2 * by2 * StrictMath.exp(2 * position[at + 4]);
    gradient[at + 5] =
        turnedSlope[1] * turned[0]
            - turnedSlope[0] * turned[1]
            + turnedSlope[3] * turned[2]
            - turnedSlope[2] * turned[3];
    noise.clear();
    noise.add(-by1, x, y);
    noise.add(-by2, -y, x);
    noise.pullBack(contrasts, position, weightSlopes, gradient);
    for (int j = 0; j < ENDMEMBERS - 1; j++) {
      gradient[j] +=
          contrasts.slope(j, weightSlopes, contrastSlopes)
              - 0.5 * DIMENSIONS * contrasts.slopeOfLogProduct(j);
    }
    return value + logJacobian(position);
  }

  /** At the last point that was {@linkplain #leave left}. */
  @Override
  public double logJacobian(double[] position) {
    return 2 * position[at + 2]
        + 2 * position[at + 4]
        + logLogistic(excess1)
        + logLogistic(excess2)
        - StrictMath.log(Math.abs(l22))
        + (ENDMEMBERS - 1) * StrictMath.log(spread)
        - 0.5 * DIMENSIONS * contrasts.logProduct();
  }

  @Override
  public void leave(double[] position, double[] out) {
    take(position);
    excess1 = (StrictMath.exp(2 * position[at + 2]) - noise.variance(x, y)) / softness;
    l11 = Math.sqrt(spread * soft(excess1));
    l21 = position[at + 3];
    double variance2 = StrictMath.exp(2 * position[at + 4]) - l21 * l21 / spread;
    excess2 = (variance2 - noise.variance(-y, x)) / softness;
    l22 = orientation * Math.sqrt(spread * soft(excess2));
    turn(position[at + 5]);
    System.arraycopy(position, 0, out, 0, dimension());
    for (int k = 0; k < ENDMEMBERS; k++) {
      double along = turned[0] * contrasts.of(0, k) + turned[1] * contrasts.of(1, k);
      double across = turned[2] * contrasts.of(0, k) + turned[3] * contrasts.of(1, k);
      out[at + k * DIMENSIONS] = position[at] + x * along - y * across;
      out[at + k * DIMENSIONS + 1] = position[at + 1] + y * along + x * across;
    }
  }

  /** Sets the orientation, too; the angle is that next to the one entered before. */
  @Override
  public void enter(double[] inside, double[] position) {
    take(inside);
    double[] mean = new double[DIMENSIONS];
    Arrays.fill(turned, 0);
    for (int k = 0; k < ENDMEMBERS; k++) {
      double first = weights[k] * inside[at + k * DIMENSIONS];
      double second = weights[k] * inside[at + k * DIMENSIONS + 1];
      mean[0] += first;
      mean[1] += second;
      for (int j = 0; j < ENDMEMBERS - 1; j++) {
        turned[j] += (x * first + y * second) * contrasts.of(j, k);
        turned[2 + j] += (x * second - y * first) * contrasts.of(j, k);
      }
    }
    l11 = Math.hypot(turned[0], turned[1]);
    cosine = turned[0] / l11;
    sine = turned[1] / l11;
    l21 = turned[2] * cosine + turned[3] * sine;
    l22 = turned[3] * cosine - turned[2] * sine;
    orientation = l22 < 0 ? -1 : 1;
    System.arraycopy(inside, 0, position, 0, dimension());
    System.arraycopy(mean, 0, position, at, DIMENSIONS);
    double observed1 = noise.variance(x, y) + hard(l11 * l11 / spread);
    double observed2 = noise.variance(-y, x) + l21 * l21 / spread + hard(l22 * l22 / spread);
    position[at + 2] = 0.5 * StrictMath.log(observed1);
    position[at + 3] = l21;
    position[at + 4] = 0.5 * StrictMath.log(observed2);
    entered = nearest(StrictMath.atan2(turned[1], turned[0]), entered);
    position[at + 5] = entered;
  }

  /** The angle, by whole turns, that is nearest to another. */
  private static double nearest(double angle, double other) {
    return angle + 2 * Math.PI * Math.rint((other - angle) / (2 * Math.PI));
  }

  private void take(double[] position) {
    layout.weightTransform().constrain(position, 0, weights, 0);
    contrasts.take(weights);
    noise.take(position, contrasts);
  }

  /** X = L R. */
  private void turn(double angle) {
    cosine = StrictMath.cos(angle);
    sine = StrictMath.sin(angle);
    turned[0] = l11 * cosine;
    turned[1] = l11 * sine;
    turned[2] = l21 * cosine - l22 * sine;
    turned[3] = l21 * sine + l22 * cosine;
  }

  /** The inner slopes by X and by the contrasts. */
  private void byMatrix() {
    Arrays.fill(turnedSlope, 0);
    Arrays.fill(contrastSlopes, 0);
    for (int k = 0; k < ENDMEMBERS; k++) {
      double along = x * slope[at + k * DIMENSIONS] + y * slope[at + k * DIMENSIONS + 1];
      double across = x * slope[at + k * DIMENSIONS + 1] - y * slope[at + k * DIMENSIONS];
      for (int j = 0; j < ENDMEMBERS - 1; j++) {
        turnedSlope[j] += along * contrasts.of(j, k);
        turnedSlope[2 + j] += across * contrasts.of(j, k);
        contrastSlopes[j * ENDMEMBERS + k] += along * turned[j] + across * turned[2 + j];
      }
    }
  }

  private double byMean(int d) {
    double sum = 0;
    for (int k = 0; k < ENDMEMBERS; k++) {
      sum += slope[at + k * DIMENSIONS + d];
    }
    return sum;
  }

  /** The slope by a variance of what has this slope by l, and of the log Jacobian. */
  private double softSlope(double byEntry, double entry, double excess) {
    double share = 1 / (1 + StrictMath.exp(-excess));
    return byEntry * spread * share / (2 * entry) + (1 - share) / softness;
  }

  /** h. */
  private double soft(double excess) {
    return softness * (Math.max(excess, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(excess))));
  }

  /** The inverse of h. */
  private double hard(double variance) {
    double ratio = variance / softness;
    return ratio > LARGEST_EXPONENT ? variance : softness * StrictMath.log(StrictMath.expm1(ratio));
  }

  private static double logLogistic(double x) {
    return Math.min(x, 0) - StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}
