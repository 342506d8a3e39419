package org.debye.inference.variational;

/**
 * Adam (Kingma and Ba 2015, Algorithm 1) that ascends, with the constants of PyTorch: beta 0.9 and
 * 0.999, epsilon 1e-8.
 */
final class Adam {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double learningRate;
  private final double[] first;
  private final double[] second;
  private double power1 = 1;
  private double power2 = 1;

  Adam(int parameters, double learningRate) {
    this.learningRate = learningRate;
    first = new double[parameters];
    second = new double[parameters];
  }

  /** One step up the gradient; the parameters are modified. */
  void ascend(double[] gradient, double[] parameters) {
    power1 *= BETA_1;
    power2 *= BETA_2;
    double rate = learningRate / (1 - power1);
    double root = 1 / Math.sqrt(1 - power2);
    for (int i = 0; i < parameters.length; i++) {
      double g = gradient[i];
      double m = BETA_1 * first[i] + (1 - BETA_1) * g;
      double v = BETA_2 * second[i] + (1 - BETA_2) * g * g;
      first[i] = m;
      second[i] = v;
      parameters[i] += rate * m / (Math.sqrt(v) * root + EPSILON);
    }
  }
}
