package org.debye.unmixing.posterior;

/**
 * The contrasts of K weighted things: K - 1 rows v_j with sum_k w_k v_jk = 0 and sum_k w_k v_jk
 * v_lk = 1 if j = l and 0 otherwise. Row j compares thing j with those after it (Helmert's
 * contrasts, weighted). With z_j the stick's share of weight j, and r_j what the sticks before it
 * leave:
 *
 * <pre>
 * v_jk = 0 for k below j;  v_jj = sqrt((1 - z_j) / z_j / r_j);  v_jk = -sqrt(z_j / (1 - z_j) / r_j)
 * </pre>
 *
 * <p>A K x D matrix of endmembers is so its weighted mean and a D x (K - 1) matrix X, C = mean + X
 * v, of which the abundances' Dirichlet distribution has covariance X X' / (alpha1 + 1).
 */
final class WeightedContrasts {
  private final int count;
  private final double[] weights;
  private final double[] share;
  private final double[] rows;

  /**
   * @param count K
   */
  WeightedContrasts(int count) {
    this.count = count;
    weights = new double[count];
    share = new double[count - 1];
    rows = new double[(count - 1) * count];
  }

  /** Takes weights, positive, that sum to 1. */
  void take(double[] values) {
    System.arraycopy(values, 0, weights, 0, count);
    double after = weights[count - 1];
    for (int j = count - 2; j >= 0; j--) {
      double here = after + weights[j];
      share[j] = weights[j] / here;
      double odds = Math.sqrt(weights[j] / after);
      double size = 1 / Math.sqrt(here);
      rows[j * count + j] = size / odds;
      for (int k = j + 1; k < count; k++) {
        rows[j * count + k] = -size * odds;
      }
      after = here;
    }
  }

  /** v_jk. */
  double of(int j, int k) {
    return rows[j * count + k];
  }

  double weight(int k) {
    return weights[k];
  }

  /** sum_k log w_k. */
  double logProduct() {
    double sum = 0;
    for (double weight : weights) {
      sum += StrictMath.log(weight);
    }
    return sum;
  }

  /** The slope of {@link #logProduct} by the logit of share j. */
  double slopeOfLogProduct(int j) {
    return 1 - (count - j) * share[j];
  }

  /**
   * The slope by the logit of share j of whatever has these slopes by weights and rows.
   *
   * @param byWeight K
   * @param byRow (K - 1) x K
   */
  double slope(int j, double[] byWeight, double[] byRow) {
    double ofRows = -byRow[j * count + j] * rows[j * count + j];
    for (int k = j + 1; k < count; k++) {
      ofRows += byRow[j * count + k] * rows[j * count + k];
    }
    for (int at = (j + 1) * count; at < rows.length; at++) {
      ofRows += share[j] * byRow[at] * rows[at];
    }
    double ofWeights = byWeight[j] * weights[j] * (1 - share[j]);
    for (int k = j + 1; k < count; k++) {
      ofWeights -= byWeight[k] * weights[k] * share[j];
    }
    return 0.5 * ofRows + ofWeights;
  }
}
