package org.debye.evaluation.transition;

import org.debye.spectra.mixing.Observations;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * One score with a trend before a frame and another after, for any frame in constant time: sums of
 * products of trend and data run along the frames. Both are freed of the noise's autocorrelation r,
 * z_t - r z_(t-1), so that the one frame after the change has columns of both trends.
 */
final class BrokenTrend {
  /** Of the data's square, below which a residual is rounding. */
  private static final double LEAST_RESIDUAL = 1e-14;

  private final double[] y;
  private final double[][] trend;
  private final double rho;
  private final int p;

  /** Sums before each frame: p x p products of the trend, p with the data. */
  private final double[][] squares;

  private final double[][] products;
  private final double power;

  private BrokenTrend(double[] y, double[][] trend, double rho) {
    this.y = y;
    this.trend = trend;
    this.rho = rho;
    p = trend[0].length;
    int n = y.length;
    squares = new double[n + 1][p * p];
    products = new double[n + 1][p];
    double sum = 0;
    for (int t = 0; t < n; t++) {
      double free = free(t);
      sum += free * free;
      for (int a = 0; a < p; a++) {
        products[t + 1][a] = products[t][a] + free(t, a) * free;
        for (int b = 0; b < p; b++) {
          squares[t + 1][a * p + b] = squares[t][a * p + b] + free(t, a) * free(t, b);
        }
      }
    }
    power = sum;
  }

  /** Of one score, about its mean and in units of its spread; time runs from -1 to 1. */
  static BrokenTrend of(Observations scores, int score, ChangePoint.Trend trend, double rho) {
    int n = scores.count();
    double[] y = new double[n];
    double mean = 0;
    for (int t = 0; t < n; t++) {
      y[t] = scores.values()[t * scores.dimensions() + score];
      mean += y[t] / n;
    }
    double square = 0;
    for (int t = 0; t < n; t++) {
      y[t] -= mean;
      square += y[t] * y[t] / n;
    }
    double[][] powers = new double[n][trend.coefficients()];
    for (int t = 0; t < n; t++) {
      y[t] = square > 0 ? y[t] / Math.sqrt(square) : 0;
      double time = 2.0 * t / (n - 1) - 1;
      for (int a = 0; a < powers[t].length; a++) {
        powers[t][a] = a == 0 ? 1 : powers[t][a - 1] * time;
      }
    }
    return new BrokenTrend(y, powers, rho);
  }

  /** Log of the density of the data given the frame of the change, up to a constant. */
  double logEvidence(int frame) {
    Fit fit = fit(frame);
    return -0.5 * fit.logDeterminant() - 0.5 * (y.length - 2 * p) * Math.log(fit.residual());
  }

  /** Of the residuals about the trends with a change at a frame, lag 1. */
  double autocorrelation(int frame) {
    double[] coefficients = fit(frame).coefficients();
    double lagged = 0;
    double square = 0;
    double before = 0;
    for (int t = 0; t < y.length; t++) {
      int from = t < frame ? 0 : p;
      double residual = y[t];
      for (int a = 0; a < p; a++) {
        residual -= coefficients[from + a] * trend[t][a];
      }
      lagged += residual * before;
      square += residual * residual;
      before = residual;
    }
    return square > LEAST_RESIDUAL * y.length ? lagged / square : 0;
  }

  private record Fit(double[] coefficients, double residual, double logDeterminant) {}

  private Fit fit(int frame) {
    int q = 2 * p;
    DMatrixRMaj normal = new DMatrixRMaj(q, q);
    DMatrixRMaj right = new DMatrixRMaj(q, 1);
    int n = y.length;
    for (int a = 0; a < p; a++) {
      right.set(a, 0, products[frame][a]);
      right.set(p + a, 0, products[n][a] - products[frame + 1][a]);
      for (int b = 0; b < p; b++) {
        int at = a * p + b;
        normal.set(a, b, squares[frame][at]);
        normal.set(p + a, p + b, squares[n][at] - squares[frame + 1][at]);
      }
    }
    double[] mixed = new double[q];
    for (int a = 0; a < p; a++) {
      mixed[a] = -rho * trend[frame - 1][a];
      mixed[p + a] = trend[frame][a];
    }
    for (int a = 0; a < q; a++) {
      right.add(a, 0, mixed[a] * free(frame));
      for (int b = 0; b < q; b++) {
        normal.add(a, b, mixed[a] * mixed[b]);
      }
    }
    return solved(normal, right);
  }

  private Fit solved(DMatrixRMaj normal, DMatrixRMaj right) {
    int q = normal.getNumRows();
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(q);
    if (!solver.setA(normal.copy())) {
      throw new IllegalStateException("the trends of " + y.length + " frames are not independent");
    }
    DMatrixRMaj solution = new DMatrixRMaj(q, 1);
    solver.solve(right, solution);
    double explained = 0;
    for (int a = 0; a < q; a++) {
      explained += solution.get(a, 0) * right.get(a, 0);
    }
    double residual = Math.max(power - explained, LEAST_RESIDUAL * Math.max(power, 1));
    CholeskyDecomposition_F64<DMatrixRMaj> factor = solver.getDecomposition();
    DMatrixRMaj triangle = factor.getT(null);
    double log = 0;
    for (int a = 0; a < q; a++) {
      log += 2 * Math.log(triangle.get(a, a));
    }
    return new Fit(solution.getData().clone(), residual, log);
  }

  private double free(int t) {
    return t == 0 ? Math.sqrt(1 - rho * rho) * y[0] : y[t] - rho * y[t - 1];
  }

  private double free(int t, int a) {
    return t == 0 ? Math.sqrt(1 - rho * rho) * trend[0][a] : trend[t][a] - rho * trend[t - 1][a];
  }
}
