package org.debye.inference.posteriordb;

import java.util.ArrayList;
import java.util.List;
import org.debye.inference.BlockedLogDensity;

/**
 * Rubin's eight schools. Coordinates: mu, log tau, then a school's effect (centred) or its effect
 * less mu over tau (non-centred).
 */
final class EightSchools implements Posterior, BlockedLogDensity {
  private final Form form;
  private final double[] y;
  private final double[] sigma;

  enum Form {
    CENTRED,
    NON_CENTRED
  }

  EightSchools(Form form, double[] y, double[] sigma) {
    this.form = form;
    this.y = y;
    this.sigma = sigma;
  }

  @Override
  public int dimension() {
    return 2 + y.length;
  }

  @Override
  public int globals() {
    return 2;
  }

  @Override
  public int blocks() {
    return y.length;
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    double mu = position[0];
    double tau = Math.exp(position[1]);
    double logDensity = -mu * mu / 50 - Math.log1p(tau * tau / 25) + position[1];
    gradient[0] = -mu / 25;
    gradient[1] = 1 - 2 * tau * tau / (25 + tau * tau);
    for (int j = 0; j < y.length; j++) {
      double z = form == Form.CENTRED ? (position[2 + j] - mu) / tau : position[2 + j];
      double effect = form == Form.CENTRED ? position[2 + j] : mu + tau * z;
      double residual = (y[j] - effect) / sigma[j];
      double slope = residual / sigma[j];
      logDensity -= 0.5 * (residual * residual + z * z);
      if (form == Form.CENTRED) {
        logDensity -= position[1];
        gradient[0] += z / tau;
        gradient[1] += z * z - 1;
        gradient[2 + j] = slope - z / tau;
      } else {
        gradient[0] += slope;
        gradient[1] += slope * tau * z;
        gradient[2 + j] = slope * tau - z;
      }
    }
    return logDensity;
  }

  @Override
  public List<String> variables() {
    List<String> names = new ArrayList<>();
    for (int j = 1; j <= y.length; j++) {
      names.add("theta[" + j + "]");
    }
    names.add("mu");
    names.add("tau");
    return names;
  }

  @Override
  public void record(double[] position, double[] values) {
    double tau = Math.exp(position[1]);
    for (int j = 0; j < y.length; j++) {
      values[j] = form == Form.CENTRED ? position[2 + j] : position[0] + tau * position[2 + j];
    }
    values[y.length] = position[0];
    values[y.length + 1] = tau;
  }
}
