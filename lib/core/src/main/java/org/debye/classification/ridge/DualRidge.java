package org.debye.classification.ridge;

/**
 * By the N x N products of rows: c = (K + alpha I)^-1 y, coefficients X'c, and a left-out residual
 * c_i / ((K + alpha I)^-1 - s s' / alpha)_ii, where s is the intercept's direction, of which K and
 * y have nothing.
 */
final class DualRidge implements LeaveOneOut {
  private final CentredTable table;
  private final TridiagonalForm form;
  private final double[] turnedTargets;

  DualRidge(CentredTable table) {
    this.table = table;
    form = TridiagonalForm.of(table.productsOfRows(), table.rows());
    turnedTargets = form.turn(table.targets(), table.targetColumns());
  }

  @Override
  public Solution solve(double alpha) {
    int columns = table.targetColumns();
    TridiagonalForm.Factor factor = form.factor(alpha);
    double[] inner = turnedTargets.clone();
    factor.solve(inner, columns);
    double[] dual = form.back(inner, columns);
    double[] diagonal = form.inverseDiagonal(factor);
    double[] errors = new double[dual.length];
    for (int i = 0; i < diagonal.length; i++) {
      double own = diagonal[i] - table.interceptLeverage(i) / alpha;
      for (int t = 0; t < columns; t++) {
        errors[i * columns + t] = dual[i * columns + t] / own;
      }
    }
    return new Solution(table.transposedTimes(dual), errors);
  }
}
