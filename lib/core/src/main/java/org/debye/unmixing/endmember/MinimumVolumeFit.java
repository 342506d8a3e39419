package org.debye.unmixing.endmember;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The iterations of {@link Sisal} on points of K - 1 coordinates. Y is K x N with columns (x, 1) /
 * sqrt(K). Because the quadratic term of eq. 11 is a multiple of the identity plus mu (Y Y' (x) I),
 * its inverse is that of the K x K matrix S = lambda I + mu Y Y', and the constrained minimum of
 * eq. 10 is Q = B S^-1 + 1 (q' - 1'B S^-1) / K with B = lambda Q0 + Q0^-T + mu (Z + D) Y'. Not
 * thread safe.
 */
final class MinimumVolumeFit {
  private static final double CURVATURE = 1e-6;
  private static final int STEPS = 4;
  private static final int LAST_STEPS = 100;
  private static final int MOST_ROUNDS = 100;

  private final int size;
  private final int count;
  private final double tau;
  private final double mu;
  private final double[] y; // N x K: rows are the columns of Y
  private final DMatrixRMaj systemInverse;
  private final double[] columnSums; // q
  private final double[] z; // N x K
  private final double[] dual; // N x K
  private DMatrixRMaj q;

  /** Whether the last subproblem changed Q by less than asked. */
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
    DMatrixRMaj system = product(y, y);
    CommonOps_DDRM.scale(mu, system);
    for (int j = 0; j < size; j++) {
      system.add(j, j, CURVATURE);
    }
    systemInverse = inverse(system);
    columnSums = new double[size];
    columnSums[dimensions] = 1 / scale; // the lift makes 1'Y'(Y Y')^-1 the last unit vector's
    z = new double[count * size];
    dual = new double[count * size];
    q = new DMatrixRMaj(size, size);
  }

  Outcome run(double[] corners, int iterations, double change) {
    q = inverse(cornerMatrix(corners));
    multiply(q, z);
    for (int iteration = 1; iteration <= iterations; iteration++) {
      DMatrixRMaj before = q.copy();
      boolean last = iteration == iterations;
      subproblem(before, last ? LAST_STEPS : STEPS);
      if (difference(q, before) < change) {
        DMatrixRMaj base = q.copy();
        subproblem(base, LAST_STEPS);
        if (difference(q, base) < change) {
          return new Outcome(true, iteration);
        }
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

  /** Quadratic approximation about a matrix; accepted when it and the true cost do not grow. */
  private void subproblem(DMatrixRMaj around, int steps) {
    DMatrixRMaj slope = inverse(around);
    CommonOps_DDRM.transpose(slope);
    double quadraticBefore = quadratic(q, around, slope);
    double costBefore = cost(q);
    DMatrixRMaj b = around.copy();
    CommonOps_DDRM.scale(CURVATURE, b);
    CommonOps_DDRM.addEquals(b, slope);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      for (int step = 0; step < steps; step++) {
        augmentedStep(b);
      }
      if (quadratic(q, around, slope) <= quadraticBefore) {
        break;
      }
    }
    for (int halving = 0; halving < 60 && !(cost(q) <= costBefore); halving++) {
      CommonOps_DDRM.add(0.5, q, 0.5, around, q);
    }
  }

  private void augmentedStep(DMatrixRMaj fixed) {
    double[] sum = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      sum[i] = z[i] + dual[i];
    }
    DMatrixRMaj b = product(sum, y);
    CommonOps_DDRM.scale(mu, b);
    CommonOps_DDRM.addEquals(b, fixed);
    CommonOps_DDRM.mult(b, systemInverse, q);
    for (int column = 0; column < size; column++) {
      double missing = columnSums[column];
      for (int row = 0; row < size; row++) {
        missing -= q.get(row, column);
      }
      for (int row = 0; row < size; row++) {
        q.add(row, column, missing / size);
      }
    }
    multiply(q, sum);
    double threshold = tau / mu;
    for (int i = 0; i < z.length; i++) {
      double free = sum[i] - dual[i];
      z[i] = free > 0 ? free : Math.min(free + threshold, 0);
      dual[i] -= sum[i] - z[i];
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
    double[] shares = new double[count * size];
    multiply(matrix, shares);
    double sum = 0;
    for (double share : shares) {
      sum += Math.max(-share, 0);
    }
    return sum;
  }

  /** Rows of out: matrix times each row of y. */
  private void multiply(DMatrixRMaj matrix, double[] out) {
    double[] m = matrix.getData();
    for (int i = 0; i < count; i++) {
      for (int row = 0; row < size; row++) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
          sum += m[row * size + j] * y[i * size + j];
        }
        out[i * size + row] = sum;
      }
    }
  }

  /** Sum over the points of a_i b_i'. */
  private DMatrixRMaj product(double[] a, double[] b) {
    DMatrixRMaj out = new DMatrixRMaj(size, size);
    for (int i = 0; i < count; i++) {
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
          out.data[row * size + column] += a[i * size + row] * b[i * size + column];
        }
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

  private static double difference(DMatrixRMaj a, DMatrixRMaj b) {
    double change = 0;
    double length = 0;
    for (int i = 0; i < a.getNumElements(); i++) {
      change += (a.get(i) - b.get(i)) * (a.get(i) - b.get(i));
      length += b.get(i) * b.get(i);
    }
    return Math.sqrt(change / length);
  }
}
