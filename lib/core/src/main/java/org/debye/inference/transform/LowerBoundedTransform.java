package org.debye.inference.transform;

/**
 * x = lower + exp(u) for each value, as Stan's {@code real<lower=..>}.
 *
 * @param values how many
 * @param lower the bound, finite
 */
public record LowerBoundedTransform(int values, double lower) implements Transform {

  public LowerBoundedTransform {
    if (!Double.isFinite(lower)) {
      throw new IllegalArgumentException("a bound is not finite");
    }
  }

  @Override
  public int coordinates() {
    return values;
  }

  @Override
  public double constrain(double[] u, int uAt, double[] x, int xAt) {
    double logJacobian = 0;
    for (int i = 0; i < values; i++) {
      x[xAt + i] = lower + StrictMath.exp(u[uAt + i]);
      logJacobian += u[uAt + i];
    }
    return logJacobian;
  }

  @Override
  public void pullBack(double[] u, int uAt, double[] x, int xAt, double[] dx, double[] du) {
    for (int i = 0; i < values; i++) {
      du[uAt + i] = dx[xAt + i] * StrictMath.exp(u[uAt + i]) + 1;
    }
  }

  @Override
  public void unconstrain(double[] x, int xAt, double[] u, int uAt) {
    for (int i = 0; i < values; i++) {
      u[uAt + i] = StrictMath.log(x[xAt + i] - lower);
    }
  }
}
