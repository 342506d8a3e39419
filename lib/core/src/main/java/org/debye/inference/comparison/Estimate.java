package org.debye.inference.comparison;

/**
 * A sum over observations.
 *
 * @param value the sum
 * @param standardError sqrt(n times the variance of the terms); NaN of one observation
 */
public record Estimate(double value, double standardError) {

  static Estimate sumOf(double[] terms) {
    int n = terms.length;
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    double squares = 0;
    for (double term : terms) {
      squares += (term - sum / n) * (term - sum / n);
    }
    return new Estimate(sum, Math.sqrt(n * squares / (n - 1.0)));
  }

  Estimate times(double factor) {
    return new Estimate(factor * value, Math.abs(factor) * standardError);
  }
}
