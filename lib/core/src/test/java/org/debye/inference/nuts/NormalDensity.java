package org.debye.inference.nuts;

import org.debye.inference.LogDensity;

/** Independent normals with mean 0. */
record NormalDensity(double[] scales) implements LogDensity {
  @Override
  public int dimension() {
    return scales.length;
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < scales.length; i++) {
      double z = position[i] / scales[i];
      gradient[i] = -z / scales[i];
      sum -= 0.5 * z * z;
    }
    return sum;
  }
}
