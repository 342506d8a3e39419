package org.debye.inference.posteriordb;

import java.util.List;

/** ARMA(1, 1). Coordinates: mu, phi, theta, log sigma. */
final class MovingAverage implements Posterior {
  private final double[] y;

  MovingAverage(double[] y) {
    this.y = y;
  }

  @Override
  public int dimension() {
    return 4;
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    double mu = position[0];
    double phi = position[1];
    double theta = position[2];
    double sigma = Math.exp(position[3]);
    // The error at t and its derivatives with respect to mu, phi, theta.
    double error = y[0] - mu - phi * mu;
    double byMu = -1 - phi;
    double byPhi = -mu;
    double byTheta = 0;
    double squares = error * error;
    double slopeMu = error * byMu;
    double slopePhi = error * byPhi;
    double slopeTheta = 0;
    for (int t = 1; t < y.length; t++) {
      double last = error;
      error = y[t] - mu - phi * y[t - 1] - theta * last;
      byTheta = -last - theta * byTheta;
      byMu = -1 - theta * byMu;
      byPhi = -y[t - 1] - theta * byPhi;
      squares += error * error;
      slopeMu += error * byMu;
      slopePhi += error * byPhi;
      slopeTheta += error * byTheta;
    }
    double precision = 1 / (sigma * sigma);
    gradient[0] = -slopeMu * precision - mu / 100;
    gradient[1] = -slopePhi * precision - phi / 4;
    gradient[2] = -slopeTheta * precision - theta / 4;
    gradient[3] = squares * precision - y.length + 1 - 2 * sigma * sigma / (6.25 + sigma * sigma);
    return -0.5 * squares * precision
        - (y.length - 1) * position[3]
        - mu * mu / 200
        - (phi * phi + theta * theta) / 8
        - Math.log1p(sigma * sigma / 6.25);
  }

  @Override
  public List<String> variables() {
    return List.of("mu", "phi", "theta", "sigma");
  }

  @Override
  public void record(double[] position, double[] values) {
    System.arraycopy(position, 0, values, 0, 3);
    values[3] = Math.exp(position[3]);
  }
}
