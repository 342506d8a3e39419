package org.debye.inference.variational;

import org.debye.numeric.Logistic;

/** The scales s = log(1 + exp(rho)) of all families, with what is derived from them. */
final class Scales {
  final double[] scale;

  /** ds/drho. */
  final double[] slope;

  private final int at;

  Scales(int n) {
    scale = new double[n];
    slope = new double[n];
    at = n;
  }

  void prepare(double[] parameters) {
    for (int i = 0; i < scale.length; i++) {
      double rho = parameters[at + i];
      scale[i] = Logistic.softplus(rho);
      slope[i] = -StrictMath.expm1(-scale[i]);
    }
  }

  double sumOfLogs() {
    double sum = 0;
    for (double s : scale) {
      sum += StrictMath.log(s);
    }
    return sum;
  }

  /** d sum log s / drho. */
  void addLogGradient(double[] gradient) {
    for (int i = 0; i < scale.length; i++) {
      gradient[at + i] += slope[i] / scale[i];
    }
  }

  /** The rho of a scale. */
  static double inverse(double scale) {
    return scale + StrictMath.log(-StrictMath.expm1(-scale));
  }
}
