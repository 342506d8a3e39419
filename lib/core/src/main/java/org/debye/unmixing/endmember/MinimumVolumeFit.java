package org.debye.unmixing.endmember;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The iterations of {@link Sisal} on points of K - 1 coordinates. Y is K x N with columns (x, 1) /
 * sqrt(K). Because the quadratic term of eq. 11 is a multiple of the identity plus mu (Y Y' (x) I),
 * its inverse is that of the K x K matrix S = lambda I + mu Y Y', and the constrained minimum of
 * eq. 10 is Q = B S^-1 + 1 (q' - 1'B S^-1) / K with B = lambda Q0 + Q0^-T + mu (Z + D) Y'. One pass
 * over the points a step. Not thread safe.
 */
final class MinimumVolumeFit {
  private static final double CURVATURE = 1e-6;
  private static final int STEPS = 50;
  private static final int MOST_ROUNDS = 4;
  private static final int MOST_HALVINGS = 60;
  private static final int PATIENCE = 10;

  private final int size;
  private final int count;
  private final double tau;
  private final double mu;
  private final double[] y; // N x K: rows are the columns of Y
  private final DMatrixRMaj systemInverse;
  private final double[] columnSums; // q
  private final double[] z; // N x K
  private final double[] dual; // N x K
  private final DMatrixRMaj moment; // (Z + D) Y'
  private final double[] shares;
  private DMatrixRMaj q;

  /** Whether the cost had stopped falling. */
  record Outcome(boolean settled, int iterations) {}

  MinimumVolumeFit(double[] x, int dimensions, double tau, double mu) {
    size = dimensions + 1;
    count = x.length / dimensions;
    this.tau = tau;
    this.mu = mu;
    double scale = 1 / Math.sqrt(size);
    y = new double[count * size];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < dimensions; j++) {
        y[i * size + j] = x[i * dimensions + j] * scale;
      }
      y[i * size + dimensions] = scale;
    }
    systemInverse = inverse(system());
    columnSums = new double[size];
    columnSums[dimensions] = 1 / scale; // the lift makes 1'Y'(Y Y')^-1 a multiple of a unit vector
    z = new double[count * size];
    dual = new double[count * size];
    moment = new DMatrixRMaj(size, size);
    shares = new double[size];
    q = new DMatrixRMaj(size, size);
  }

  /**
   * Solves subproblems until the cost has fallen by less than a part of it in ten of them.
   *
   * @param corners K x (K - 1) to start from
   * @param iterations most subproblems
   * @param part of the cost, plus one
   */
  Outcome run(double[] corners, int iterations, double part) {
    q = inverse(cornerMatrix(corners));
    beginSplitting();
    double settledCost = cost(q);
    int quiet = 0;
    for (int iteration = 1; iteration <= iterations; iteration++) {
      subproblem();
      double now = cost(q);
      boolean fell = settledCost - now > part * (1 + Math.abs(now));
      quiet = fell ? 0 : quiet + 1;
      settledCost = fell ? now : settledCost;
      if (quiet == PATIENCE) {
        return new Outcome(true, iteration);
      }
    }
    return new Outcome(false, iterations);
  }

  /** Endmembers in the coordinates of the points: K x (K - 1). */
  double[] corners() {
    DMatrixRMaj m = inverse(q);
    int d = size - 1;
    double[] out = new double[size * d];
    for (int k = 0; k < size; k++) {
      for (int j = 0; j < d; j++) {
        out[k * d + j] = m.get(j, k) * Math.sqrt(size);
      }
    }
    return out;
  }

  /** Quadratic approximation about Q; its minimum is taken as far as the true cost falls. */
  private void subproblem() {
    DMatrixRMaj around = q.copy();
    DMatrixRMaj slope = inverse(around);
    CommonOps_DDRM.transpose(slope);
    double quadraticBefore = quadratic(q, around, slope);
    double costBefore = cost(q);
    DMatrixRMaj fixed = new DMatrixRMaj(size, size);
    CommonOps_DDRM.add(CURVATURE, around, 1, slope, fixed);
    boolean lower = false;
    for (int round = 0; round < MOST_ROUNDS && !lower; round++) {
      for (int step = 0; step < STEPS; step++) {
        augmentedStep(fixed);
      }
      lower = quadratic(q, around, slope) <= quadraticBefore;
    }
    for (int halving = 0; halving < MOST_HALVINGS && !(cost(q) <= costBefore); halving++) {
      CommonOps_DDRM.add(0.5, q, 0.5, around, q);
    }
    if (!(cost(q) <= costBefore)) {
      q = around;
    }
  }

  private void augmentedStep(DMatrixRMaj fixed) {
    CommonOps_DDRM.scale(mu, moment);
    CommonOps_DDRM.addEquals(moment, fixed);
    CommonOps_DDRM.mult(moment, systemInverse, q);
    for (int column = 0; column < size; column++) {
      double missing = columnSums[column];
      for (int row = 0; row < size; row++) {
        missing -= q.get(row, column);
      }
      for (int row = 0; row < size; row++) {
        q.add(row, column, missing / size);
      }
    }
    double threshold = tau / mu;
    moment.zero();
    for (int i = 0; i < count; i++) {
      multiply(q, i);
      for (int row = 0; row < size; row++) {
        int at = i * size + row;
        double free = shares[row] - dual[at];
        z[at] = free > 0 ? free : Math.min(free + threshold, 0);
        dual[at] -= shares[row] - z[at];
        addMoment(i, row, z[at] + dual[at]);
      }
    }
  }

  private void beginSplitting() {
    moment.zero();
    for (int i = 0; i < count; i++) {
      multiply(q, i);
      for (int row = 0; row < size; row++) {
        z[i * size + row] = shares[row];
        dual[i * size + row] = 0;
        addMoment(i, row, shares[row]);
      }
    }
  }

  private void addMoment(int i, int row, double factor) {
    for (int column = 0; column < size; column++) {
      moment.data[row * size + column] += factor * y[i * size + column];
    }
  }

  private double cost(DMatrixRMaj matrix) {
    return -Math.log(Math.abs(CommonOps_DDRM.det(matrix))) + tau * hinge(matrix);
  }

  private double quadratic(DMatrixRMaj matrix, DMatrixRMaj around, DMatrixRMaj slope) {
    double sum = 0;
    for (int i = 0; i < size * size; i++) {
      double step = matrix.get(i) - around.get(i);
      sum += -slope.get(i) * step + CURVATURE / 2 * step * step;
    }
    return sum + tau * hinge(matrix);
  }

  private double hinge(DMatrixRMaj matrix) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      multiply(matrix, i);
      for (double share : shares) {
        sum += Math.max(-share, 0);
      }
    }
    return sum;
  }

  /** The shares of point i. */
  private void multiply(DMatrixRMaj matrix, int i) {
    double[] m = matrix.data;
    for (int row = 0; row < size; row++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += m[row * size + j] * y[i * size + j];
      }
      shares[row] = sum;
    }
  }

  /** S. */
  private DMatrixRMaj system() {
    DMatrixRMaj out = new DMatrixRMaj(size, size);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
          sum += y[i * size + row] * y[i * size + column];
        }
        out.set(row, column, mu * sum + (row == column ? CURVATURE : 0));
      }
    }
    return out;
  }

  private DMatrixRMaj cornerMatrix(double[] corners) {
    int d = size - 1;
    DMatrixRMaj m = new DMatrixRMaj(size, size);
    for (int k = 0; k < size; k++) {
      for (int j = 0; j < d; j++) {
        m.set(j, k, corners[k * d + j] / Math.sqrt(size));
      }
      m.set(d, k, 1 / Math.sqrt(size));
    }
    return m;
  }

  private static DMatrixRMaj inverse(DMatrixRMaj matrix) {
    DMatrixRMaj out = new DMatrixRMaj(matrix.numRows, matrix.numRows);
    if (!CommonOps_DDRM.invert(matrix, out)) {
      throw new IllegalStateException("a simplex of no volume in SISAL");
    }
    return out;
  }
}
