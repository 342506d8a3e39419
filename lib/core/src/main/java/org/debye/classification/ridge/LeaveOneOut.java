package org.debye.classification.ridge;

/**
 * Ridge regressions of all penalties on one table, with what each predicts of a record that it was
 * fitted without. Rows are centred by their weighted mean and multiplied by the root of their
 * weight; then the residual of a record left out is its residual over 1 - h_ii (Golub, Heath and
 * Wahba 1979, Technometrics 21:215, for the intercept see Hastie and Tibshirani 2004, Biostatistics
 * 5:329), which is exact. As scikit-learn's RidgeCV.
 */
interface LeaveOneOut {

  /** The regression of a penalty alpha above 0. */
  Solution solve(double alpha);

  /** For a table with at most as many records as features, or more. */
  static LeaveOneOut of(CentredTable table) {
    return table.rows() <= table.columns() ? new DualRidge(table) : new PrimalRidge(table);
  }

  /**
   * One regression.
   *
   * @param coefficients F x T, row major
   * @param errors N x T: target less the prediction of a regression without the record, times the
   *     root of its weight
   */
  record Solution(double[] coefficients, double[] errors) {

    double meanSquare() {
      double sum = 0;
      for (double error : errors) {
        sum += error * error;
      }
      return sum / errors.length;
    }
  }
}
