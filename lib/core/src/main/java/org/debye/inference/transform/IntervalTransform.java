package org.debye.inference.transform;

import org.debye.numeric.Logistic;

/**
 * x = lower + (upper - lower) / (1 + exp(-u)) for each value, as Stan's {@code real<lower=..,
 * upper=..>}.
 *
 * @param values how many
 * @param lower lower bound, finite
 * @param upper upper bound, finite and above
 */
public record IntervalTransform(int values, double lower, double upper) implements Transform {

  public IntervalTransform {
    if (!(lower < upper && Double.isFinite(upper - lower))) {
      throw new IllegalArgumentException("no interval: " + lower + " to " + upper);
    }
  }

  @Override
  public int coordinates() {
    return values;
  }

  @Override
  public double constrain(double[] u, int uAt, double[] x, int xAt) {
    double logJacobian = values * StrictMath.log(upper - lower);
    for (int i = 0; i < values; i++) {
      double v = u[uAt + i];
      x[xAt + i] = lower + (upper - lower) * Logistic.sigmoid(v);
      logJacobian -= Logistic.softplus(v) + Logistic.softplus(-v);
    }
    return logJacobian;
  }

  @Override
  public void pullBack(double[] u, int uAt, double[] x, int xAt, double[] dx, double[] du) {
    for (int i = 0; i < values; i++) {
      double below = Logistic.sigmoid(u[uAt + i]);
      double above = Logistic.sigmoid(-u[uAt + i]);
      du[uAt + i] = dx[xAt + i] * (upper - lower) * below * above + above - below;
    }
  }

  @Override
  public void unconstrain(double[] x, int xAt, double[] u, int uAt) {
    for (int i = 0; i < values; i++) {
      u[uAt + i] = StrictMath.log(x[xAt + i] - lower) - StrictMath.log(upper - x[xAt + i]);
    }
  }
}
