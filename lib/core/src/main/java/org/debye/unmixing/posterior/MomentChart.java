package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.LogDensity;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;

/**
 * A density of the globals of K = 3 endmembers in D = 2 dimensions, in coordinates that the data
 * determine one by one. What many much mixed observations say of the endmembers is their weighted
 * mean and their covariance, sharply, and little of the rest: how the triangle is turned, and how
 * the weights share its corners. In the endmembers' own coordinates that is a thin, bent shell with
 * necks where a weight is small, which only short steps follow.
 *
 * <p>With d_k = L^-1 P (c_k - mean) the rows (sqrt w_k, sqrt w_k d_k') are an orthogonal matrix,
 * since sum w_k = 1, sum w_k d_k = 0, sum w_k d_k d_k' = 1. So the coordinates are, in the order of
 * the places of the weights' (2) and the endmembers' (6),
 *
 * <pre>
 * two components of a rotation vector;  mean (2);  t1;  L21;  t2;  its third component
 * w_k = O_k0^2,  C_k = mean + P' L (O_k1, O_k2)' / O_k0,  O the rotation ({@link Turning})
 * L lower triangular, P the axes of the observations' covariance
 * L11^2 / (alpha1 + 1) = h(d t1 - noise variance along axis 1)
 * L22^2 / (alpha1 + 1) = h(d t2 - noise variance along axis 2 - L21^2 / (alpha1 + 1))
 * </pre>
 *
 * so that d t1 and d t2 are about the variances of the observations, with h(x) = d log(1 + exp(x /
 * d)), d a tenth of the noise's variance: about x, but never negative; where the noise explains all
 * variance, t runs on to less, as the triangle becomes flat. All other coordinates stay. Signs of
 * the matrix's rows do not matter, and rotations lead to the other labels too.
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
  private final MeanNoise noise;
  private final Turning turning = new Turning();
  private final double spread;
  private final double softness;
  private final int at;

  /** The first axis, of length 1; the second is (-y, x). */
  private final double x;

  private final double y;
  private final double[] weights = new double[ENDMEMBERS];
  private final double[] point;
  private final double[] slope;
  private final double[] vector = new double[ENDMEMBERS];
  private final double[] vectorSlope = new double[ENDMEMBERS];
  private final double[] corners = new double[ENDMEMBERS * DIMENSIONS];
  private final double[] byRotation = new double[ENDMEMBERS * ENDMEMBERS];
  private final double[] weightSlopes = new double[ENDMEMBERS];
  private boolean entered;
  private double excess1;
  private double excess2;
  private double l11;
  private double l21;
  private double l22;

  /**
   * @param inner in the coordinates of the layout, globals alone
   * @param model K = 3, D = 2
   * @param axis direction in radians along which the observations vary most
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

  /** Along the axes of the observations. */
  static MomentChart of(LogDensity inner, MixingDensity joint) {
    return new MomentChart(
        inner, joint.layout(), joint.model(), ObservedMoments.of(joint.observations()).axis());
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
    Arrays.fill(gradient, at, at + DIMENSIONS, 0);
    double byL11 = 0;
    double byL21 = 0;
    double byL22 = -1 / l22;
    for (int k = 0; k < ENDMEMBERS; k++) {
      double first = slope[at + k * DIMENSIONS];
      double second = slope[at + k * DIMENSIONS + 1];
      gradient[at] += first;
      gradient[at + 1] += second;
      double along = x * first + y * second;
      double across = x * second - y * first;
      byL11 += along * corners[2 * k];
      byL21 += across * corners[2 * k];
      byL22 += across * corners[2 * k + 1];
      byCorner(k, l11 * along + l21 * across, l22 * across);
    }
    double by1 = softSlope(byL11, l11, excess1);
    double by2 = softSlope(byL22, l22, excess2);
    gradient[at + 2] = by1 * softness;
    gradient[at + 3] = byL21 - by2 * 2 * l21 / spread;
    gradient[at + 4] = by2 * softness;
    noise.clear();
    noise.add(-by1, x, y);
    noise.add(-by2, -y, x);
    noise.pullBack(weights, position, weightSlopes, gradient);
    byWeights();
    turning.pullBack(vector, 0, byRotation, vectorSlope);
    gradient[0] = vectorSlope[0];
    gradient[1] = vectorSlope[1];
    gradient[at + 5] = vectorSlope[2];
    return value + logJacobian(position);
  }

  /** The slopes by row k of the rotation, of what has these slopes by its corner. */
  private void byCorner(int k, double by1, double by2) {
    double root = turning.matrix()[3 * k];
    byRotation[3 * k] = -(corners[2 * k] * by1 + corners[2 * k + 1] * by2) / root;
    byRotation[3 * k + 1] = by1 / root;
    byRotation[3 * k + 2] = by2 / root;
  }

  /** Adds the slopes by the first column: of the weights' logits, the noise and the volume. */
  private void byWeights() {
    double after = weights[1] + weights[2];
    double[] byLog = {
      slope[0], slope[1] - slope[0] * weights[1] / after, -slope[1] - slope[0] * weights[2] / after
    };
    for (int k = 0; k < ENDMEMBERS; k++) {
      double all = byLog[k] + weights[k] * weightSlopes[k] - 0.5 * (DIMENSIONS + 1);
      byRotation[3 * k] += 2 * all / turning.matrix()[3 * k];
    }
  }

  /** At the last point that was {@linkplain #leave left}. */
  @Override
  public double logJacobian(double[] position) {
    double logWeights = 0;
    for (double weight : weights) {
      logWeights += StrictMath.log(weight);
    }
    return logLogistic(excess1)
        + logLogistic(excess2)
        - StrictMath.log(l22)
        + 2 * StrictMath.log(softness * spread)
        - 0.5 * (DIMENSIONS + 1) * logWeights
        + turning.logVolume(vector, 0);
  }

  @Override
  public void leave(double[] position, double[] out) {
    vector[0] = position[0];
    vector[1] = position[1];
    vector[2] = position[at + 5];
    turning.take(vector, 0);
    for (int k = 0; k < ENDMEMBERS; k++) {
      double root = turning.matrix()[3 * k];
      weights[k] = root * root;
      corners[2 * k] = turning.matrix()[3 * k + 1] / root;
      corners[2 * k + 1] = turning.matrix()[3 * k + 2] / root;
    }
    noise.take(position, weights);
    excess1 = position[at + 2] - noise.variance(x, y) / softness;
    l11 = Math.sqrt(spread * soft(excess1));
    l21 = position[at + 3];
    excess2 = position[at + 4] - (l21 * l21 / spread + noise.variance(-y, x)) / softness;
    l22 = Math.sqrt(spread * soft(excess2));
    System.arraycopy(position, 0, out, 0, dimension());
    layout.weightTransform().unconstrain(weights, 0, out, 0);
    for (int k = 0; k < ENDMEMBERS; k++) {
      double along = l11 * corners[2 * k];
      double across = l21 * corners[2 * k] + l22 * corners[2 * k + 1];
      out[at + k * DIMENSIONS] = position[at] + x * along - y * across;
      out[at + k * DIMENSIONS + 1] = position[at + 1] + y * along + x * across;
    }
  }

  /** The first point that is entered is where rotations are counted from. */
  @Override
  public void enter(double[] inside, double[] position) {
    layout.weightTransform().constrain(inside, 0, weights, 0);
    noise.take(inside, weights);
    double[] mean = new double[DIMENSIONS];
    for (int k = 0; k < ENDMEMBERS; k++) {
      mean[0] += weights[k] * inside[at + k * DIMENSIONS];
      mean[1] += weights[k] * inside[at + k * DIMENSIONS + 1];
    }
    double[] rotation = decompose(inside, mean);
    if (!entered) {
      turning.from(rotation);
      entered = true;
    }
    System.arraycopy(inside, 0, position, 0, dimension());
    turning.vector(nearest(rotation), vector, 0);
    position[0] = vector[0];
    position[1] = vector[1];
    position[at + 5] = vector[2];
    System.arraycopy(mean, 0, position, at, DIMENSIONS);
    double observed1 = noise.variance(x, y) + hard(l11 * l11 / spread);
    double observed2 = noise.variance(-y, x) + l21 * l21 / spread + hard(l22 * l22 / spread);
    position[at + 2] = observed1 / softness;
    position[at + 3] = l21;
    position[at + 4] = observed2 / softness;
  }

  /** The rotation of the last point that was {@linkplain #leave left}. */
  Turning turning() {
    return turning;
  }

  /** Where the coordinate is that holds the rotation vector's component, 0 to 2. */
  int rotationAt(int component) {
    return component < 2 ? component : at + 5;
  }

  /** L, and the rows (sqrt w_k, sqrt w_k d_k') with a determinant of 1. */
  private double[] decompose(double[] inside, double[] mean) {
    double g11 = 0;
    double g21 = 0;
    double g22 = 0;
    for (int k = 0; k < ENDMEMBERS; k++) {
      double first = inside[at + k * DIMENSIONS] - mean[0];
      double second = inside[at + k * DIMENSIONS + 1] - mean[1];
      double along = x * first + y * second;
      double across = x * second - y * first;
      corners[2 * k] = along;
      corners[2 * k + 1] = across;
      g11 += weights[k] * along * along;
      g21 += weights[k] * along * across;
      g22 += weights[k] * across * across;
    }
    l11 = Math.sqrt(g11);
    l21 = g21 / l11;
    l22 = Math.sqrt(g22 - l21 * l21);
    double[] rows = new double[ENDMEMBERS * ENDMEMBERS];
    for (int k = 0; k < ENDMEMBERS; k++) {
      double root = Math.sqrt(weights[k]);
      double along = corners[2 * k] / l11;
      rows[3 * k] = root;
      rows[3 * k + 1] = root * along;
      rows[3 * k + 2] = root * (corners[2 * k + 1] - l21 * along) / l22;
    }
    if (determinant(rows) < 0) {
      flip(rows, 0);
    }
    return rows;
  }

  /** Of the rotations that differ in the signs of two rows, the one nearest to the reference. */
  private double[] nearest(double[] rotation) {
    double[] best = rotation;
    for (int kept = 0; kept < ENDMEMBERS; kept++) {
      double[] other = rotation.clone();
      flip(other, (kept + 1) % ENDMEMBERS);
      flip(other, (kept + 2) % ENDMEMBERS);
      best = turning.nearness(other) > turning.nearness(best) ? other : best;
    }
    return best;
  }

  private static void flip(double[] rows, int row) {
    for (int j = 0; j < ENDMEMBERS; j++) {
      rows[row * ENDMEMBERS + j] = -rows[row * ENDMEMBERS + j];
    }
  }

  private static double determinant(double[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
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
