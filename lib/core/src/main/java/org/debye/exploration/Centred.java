package org.debye.exploration;

import org.debye.spectra.mixing.Observations;

/**
 * Spectra less their mean.
 *
 * @param values N x P, row major
 */
record Centred(int count, int points, double[] values) {
  static Centred of(Observations spectra, double[] mean) {
    double[] values = spectra.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean[i % mean.length];
    }
    return new Centred(spectra.count(), mean.length, values);
  }

  /** Sum of all squares. */
  double power() {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  /** X v: N values of P. */
  double[] toSpectra(double[] vector) {
    double[] out = new double[count];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int b = 0; b < points; b++) {
        sum += values[i * points + b] * vector[b];
      }
      out[i] = sum;
    }
    return out;
  }

  /** X' u: P values of N. */
  double[] toPoints(double[] vector) {
    double[] out = new double[points];
    for (int i = 0; i < count; i++) {
      double weight = vector[i];
      for (int b = 0; b < points; b++) {
        out[b] += weight * values[i * points + b];
      }
    }
    return out;
  }

  /** X X' of N rows where dual, else X' X of P. */
  CrossProducts cross(boolean dual) {
    return new CrossProducts(this, dual);
  }
}
