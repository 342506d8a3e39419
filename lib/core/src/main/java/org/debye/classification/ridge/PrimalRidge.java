package org.debye.classification.ridge;

/**
 * By the F x F products of columns: coefficients b = (X'X + alpha I)^-1 X'y, leverages h_ii = x_i'
 * (X'X + alpha I)^-1 x_i and the intercept's, left-out residuals (y - Xb)_i / (1 - h_ii).
 */
final class PrimalRidge implements LeaveOneOut {
  private final CentredTable table;
  private final TridiagonalForm form;
  private final double[] turnedRows; // F x N: Q'X'
  private final double[] turnedProducts; // F x T: Q'X'y

  PrimalRidge(CentredTable table) {
    this.table = table;
    form = TridiagonalForm.of(table.productsOfColumns(), table.columns());
    int n = table.rows();
    int f = table.columns();
    turnedRows = new double[f * n];
    double[] row = new double[f];
    for (int i = 0; i < n; i++) {
      table.row(i, row);
      double[] turned = form.turn(row, 1);
      for (int j = 0; j < f; j++) {
        turnedRows[j * n + i] = turned[j];
      }
    }
    turnedProducts = form.turn(table.transposedTimes(table.targets()), table.targetColumns());
  }

  @Override
  public Solution solve(double alpha) {
    int n = table.rows();
    int columns = table.targetColumns();
    TridiagonalForm.Factor factor = form.factor(alpha);
    double[] inner = turnedProducts.clone();
    factor.solve(inner, columns);
    double[] leverage = factor.quadratic(turnedRows, n);
    double[] errors = table.targets().clone();
    for (int j = 0; j < table.columns(); j++) {
      for (int i = 0; i < n; i++) {
        for (int t = 0; t < columns; t++) {
          errors[i * columns + t] -= turnedRows[j * n + i] * inner[j * columns + t];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      double left = 1 - leverage[i] - table.interceptLeverage(i);
      for (int t = 0; t < columns; t++) {
        errors[i * columns + t] /= left;
      }
    }
    return new Solution(form.back(inner, columns), errors);
  }
}
