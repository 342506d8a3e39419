package org.debye.inference.posteriordb;

import java.util.List;

/**
 * A mixture of two normals in order. Coordinates: mu1, log(mu2 - mu1), the logarithms of the
 * scales, logit theta.
 */
final class TwoNormals implements Posterior {
  private final double[] y;

  TwoNormals(double[] y) {
    this.y = y;
  }

  @Override
  public int dimension() {
    return 5;
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    double gap = Math.exp(position[1]);
    double mu1 = position[0];
    double mu2 = mu1 + gap;
    double sigma1 = Math.exp(position[2]);
    double sigma2 = Math.exp(position[3]);
    double theta = 1 / (1 + Math.exp(-position[4]));
    double first = -mu1 / 4;
    double second = -mu2 / 4;
    double scale1 = -sigma1 * sigma1 / 4 + 1;
    double scale2 = -sigma2 * sigma2 / 4 + 1;
    double weight = 5 * (1 - theta) - 5 * theta;
    double logDensity =
        -(mu1 * mu1 + mu2 * mu2 + sigma1 * sigma1 + sigma2 * sigma2) / 8
            + 5 * (Math.log(theta) + Math.log1p(-theta));
    for (double value : y) {
      double z1 = (value - mu1) / sigma1;
      double z2 = (value - mu2) / sigma2;
      double one = Math.log(theta) - 0.5 * z1 * z1 - position[2];
      double two = Math.log1p(-theta) - 0.5 * z2 * z2 - position[3];
      double larger = Math.max(one, two);
      double sum = larger + Math.log(Math.exp(one - larger) + Math.exp(two - larger));
      double ofFirst = Math.exp(one - sum);
      logDensity += sum;
      first += ofFirst * z1 / sigma1;
      second += (1 - ofFirst) * z2 / sigma2;
      scale1 += ofFirst * (z1 * z1 - 1);
      scale2 += (1 - ofFirst) * (z2 * z2 - 1);
      weight += ofFirst - theta;
    }
    gradient[0] = first + second;
    gradient[1] = second * gap + 1;
    gradient[2] = scale1;
    gradient[3] = scale2;
    gradient[4] = weight;
    return logDensity + position[1] + position[2] + position[3];
  }

  @Override
  public List<String> variables() {
    return List.of("mu[1]", "mu[2]", "sigma[1]", "sigma[2]", "theta");
  }

  @Override
  public void record(double[] position, double[] values) {
    values[0] = position[0];
    values[1] = position[0] + Math.exp(position[1]);
    values[2] = Math.exp(position[2]);
    values[3] = Math.exp(position[3]);
    values[4] = 1 / (1 + Math.exp(-position[4]));
  }
}
