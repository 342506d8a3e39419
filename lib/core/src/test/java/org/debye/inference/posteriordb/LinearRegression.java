package org.debye.inference.posteriordb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * y ~ normal(X beta, sigma), for all regressions of the database and the autoregressions, which are
 * regressions on what came before. Coordinates: beta, log sigma.
 */
final class LinearRegression implements Posterior {
  private final List<String> variables;
  private final double[] y;
  private final double[] x;
  private final int columns;
  private final double betaScale;
  private final ScalePrior prior;
  private final double[] residuals;

  /** Prior of sigma: log density, and its derivative, up to a constant. */
  record ScalePrior(DoubleUnaryOperator logDensity, DoubleUnaryOperator slope) {
    static final ScalePrior FLAT = new ScalePrior(s -> 0, s -> 0);
    static final ScalePrior CAUCHY =
        new ScalePrior(s -> -Math.log1p(s * s / 6.25), s -> -2 * s / (6.25 + s * s));
    static final ScalePrior NORMAL_10 = new ScalePrior(s -> -s * s / 200, s -> -s / 100);
  }

  /**
   * @param x rows one after another
   * @param betaScale of a normal prior of beta; infinite for none
   */
  LinearRegression(
      List<String> variables, double[] y, double[] x, double betaScale, ScalePrior prior) {
    this.variables = variables;
    this.y = y;
    this.x = x;
    this.betaScale = betaScale;
    this.prior = prior;
    columns = x.length / y.length;
    residuals = new double[y.length];
  }

  /** beta[1] .. beta[n], sigma. */
  static List<String> names(int columns) {
    List<String> names = new ArrayList<>();
    for (int k = 1; k <= columns; k++) {
      names.add("beta[" + k + "]");
    }
    names.add("sigma");
    return names;
  }

  /** Columns side by side as rows one after another. */
  static double[] rows(double[]... columns) {
    double[] rows = new double[columns[0].length * columns.length];
    for (int i = 0; i < columns[0].length; i++) {
      for (int k = 0; k < columns.length; k++) {
        rows[i * columns.length + k] = columns[k][i];
      }
    }
    return rows;
  }

  @Override
  public int dimension() {
    return columns + 1;
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    double sigma = Math.exp(position[columns]);
    double squares = 0;
    for (int k = 0; k < columns; k++) {
      gradient[k] = -position[k] / (betaScale * betaScale);
    }
    for (int i = 0; i < y.length; i++) {
      double mean = 0;
      for (int k = 0; k < columns; k++) {
        mean += x[i * columns + k] * position[k];
      }
      residuals[i] = (y[i] - mean) / sigma;
      squares += residuals[i] * residuals[i];
    }
    double logDensity = -0.5 * squares - (y.length - 1.0) * position[columns];
    for (int k = 0; k < columns; k++) {
      logDensity -= 0.5 * position[k] * position[k] / (betaScale * betaScale);
      for (int i = 0; i < y.length; i++) {
        gradient[k] += residuals[i] * x[i * columns + k] / sigma;
      }
    }
    gradient[columns] = squares - (y.length - 1.0) + sigma * prior.slope().applyAsDouble(sigma);
    return logDensity + prior.logDensity().applyAsDouble(sigma);
  }

  @Override
  public List<String> variables() {
    return variables;
  }

  @Override
  public void record(double[] position, double[] values) {
    System.arraycopy(position, 0, values, 0, columns);
    values[columns] = Math.exp(position[columns]);
  }
}
