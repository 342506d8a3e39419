package org.debye.inference.transform;

import org.debye.numeric.Hyperbolic;
import org.debye.numeric.Logistic;

/**
 * A point of the simplex by stick-breaking, with the coordinates of Stan's {@code simplex[K]} (Stan
 * Reference Manual, "Unit simplex"): z_k = logit^-1(v_k - log(K - k)), x_k = z_k (1 - x_1 - .. -
 * x_(k-1)), x_K the rest; v = u, or sinh(u) for {@link Logits#STRETCHED}. The Jacobian is that of
 * (x_1 .. x_(K-1)). Parts keep their relative precision however small they are.
 *
 * @param values K, at least 1
 * @param logits how a coordinate stands for the logit
 */
public record SimplexTransform(int values, Logits logits) implements Transform {

  public SimplexTransform {
    if (values < 1) {
      throw new IllegalArgumentException("a simplex has at least one part");
    }
  }

  @Override
  public int coordinates() {
    return values - 1;
  }

  @Override
  public double constrain(double[] u, int uAt, double[] x, int xAt) {
    double logStick = 0;
    double stick = 1;
    double logJacobian = 0;
    for (int k = 0; k < values - 1; k++) {
      double coordinate = u[uAt + k];
      double logit = logit(coordinate, k);
      double logRest = -Logistic.softplus(logit);
      logJacobian += logStick + logRest - Logistic.softplus(-logit);
      if (logits == Logits.STRETCHED) {
        logJacobian += Hyperbolic.logCosh(coordinate);
      }
      x[xAt + k] = stick * Logistic.sigmoid(logit);
      stick *= Logistic.sigmoid(-logit);
      logStick += logRest;
    }
    x[xAt + values - 1] = stick;
    return logJacobian;
  }

  /**
   * With R_k the mean of dx over the parts from k on, weighted by their shares of the stick:
   * dx/dv_k = x_k (1 - z_k) (dx_k - R_(k+1)); the Jacobian adds 1 - z_k - (K - k) z_k.
   */
  @Override
  public void pullBack(double[] u, int uAt, double[] x, int xAt, double[] dx, double[] du) {
    double rest = dx[xAt + values - 1];
    for (int k = values - 2; k >= 0; k--) {
      double coordinate = u[uAt + k];
      double logit = logit(coordinate, k);
      double z = Logistic.sigmoid(logit);
      double q = Logistic.sigmoid(-logit);
      double slope = x[xAt + k] * q * (dx[xAt + k] - rest) + q - (values - 1 - k) * z;
      rest = z * dx[xAt + k] + q * rest;
      du[uAt + k] =
          logits == Logits.STRETCHED
              ? slope * StrictMath.cosh(coordinate) + StrictMath.tanh(coordinate)
              : slope;
    }
  }

  @Override
  public void unconstrain(double[] x, int xAt, double[] u, int uAt) {
    double after = x[xAt + values - 1];
    for (int k = values - 2; k >= 0; k--) {
      double v = StrictMath.log(x[xAt + k]) - StrictMath.log(after) + offset(k);
      u[uAt + k] = logits == Logits.STRETCHED ? Hyperbolic.asinh(v) : v;
      after += x[xAt + k];
    }
  }

  private double logit(double coordinate, int k) {
    double v = logits == Logits.STRETCHED ? StrictMath.sinh(coordinate) : coordinate;
    return v - offset(k);
  }

  private double offset(int k) {
    return StrictMath.log(values - 1 - k);
  }
}
