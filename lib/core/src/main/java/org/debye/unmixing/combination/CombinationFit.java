package org.debye.unmixing.combination;

import java.util.Arrays;

/**
 * A spectrum as a sum of references.
 *
 * @param weights K
 * @param shifts K, eV to higher energies; 0 where none were asked for
 * @param covariance 2 K x 2 K, row major, of weights and shifts; rows of what stands at a bound, or
 *     has no effect, are zero
 * @param determined 2 K: whether a weight or shift was free where the fit ended
 * @param energy N, eV
 * @param values N that were fitted
 * @param fitted N
 * @param components K of N: references times weights
 * @param varied numbers that were looked for
 */
public record CombinationFit(
    double[] weights,
    double[] shifts,
    double[] covariance,
    boolean[] determined,
    double[] energy,
    double[] values,
    double[] fitted,
    double[][] components,
    int varied) {

  public int count() {
    return weights.length;
  }

  public int points() {
    return energy.length;
  }

  /** Standard errors of the weights; NaN of a weight that is held at zero, or alone at one. */
  public double[] errors() {
    return errors(0);
  }

  /** Standard errors of the shifts, eV; NaN where there is none. */
  public double[] shiftErrors() {
    return errors(count());
  }

  private double[] errors(int offset) {
    int size = 2 * count();
    double[] errors = new double[count()];
    Arrays.setAll(
        errors,
        k ->
            determined[offset + k]
                ? Math.sqrt(covariance[(offset + k) * size + offset + k])
                : Double.NaN);
    return errors;
  }

  /** Sum of all weights. */
  public double total() {
    return Arrays.stream(weights).sum();
  }

  /** Its standard error, from variances and covariances. */
  public double totalError() {
    double sum = 0;
    for (int j = 0; j < count(); j++) {
      for (int k = 0; k < count(); k++) {
        sum += covariance[j * 2 * count() + k];
      }
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /** What is left: values less fitted. */
  public double[] residual() {
    double[] left = new double[points()];
    Arrays.setAll(left, i -> values[i] - fitted[i]);
    return left;
  }

  /** Sum of squares of the residual: chisqr of Larch, which knows no errors of points. */
  public double chiSquare() {
    return Arrays.stream(residual()).map(r -> r * r).sum();
  }

  /** The same over N less the numbers that were looked for. */
  public double reducedChiSquare() {
    return chiSquare() / (points() - varied);
  }

  /** Sum of squares of the residual over that of the values. */
  public double rFactor() {
    return chiSquare() / Arrays.stream(values).map(v -> v * v).sum();
  }
}
