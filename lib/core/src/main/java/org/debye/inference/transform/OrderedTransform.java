package org.debye.inference.transform;

/**
 * x_1 = u_1, x_k = x_(k-1) + exp(u_k): values in rising order, as Stan's {@code ordered}.
 *
 * @param values how many, at least 1
 */
public record OrderedTransform(int values) implements Transform {

  @Override
  public int coordinates() {
    return values;
  }

  @Override
  public double constrain(double[] u, int uAt, double[] x, int xAt) {
    x[xAt] = u[uAt];
    double logJacobian = 0;
    for (int i = 1; i < values; i++) {
      x[xAt + i] = x[xAt + i - 1] + StrictMath.exp(u[uAt + i]);
      logJacobian += u[uAt + i];
    }
    return logJacobian;
  }

  @Override
  public void pullBack(double[] u, int uAt, double[] x, int xAt, double[] dx, double[] du) {
    double fromHere = 0;
    for (int i = values - 1; i >= 1; i--) {
      fromHere += dx[xAt + i];
      du[uAt + i] = fromHere * StrictMath.exp(u[uAt + i]) + 1;
    }
    du[uAt] = fromHere + dx[xAt];
  }

  @Override
  public void unconstrain(double[] x, int xAt, double[] u, int uAt) {
    u[uAt] = x[xAt];
    for (int i = 1; i < values; i++) {
      u[uAt + i] = StrictMath.log(x[xAt + i] - x[xAt + i - 1]);
    }
  }
}
