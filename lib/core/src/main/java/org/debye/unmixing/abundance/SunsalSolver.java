package org.debye.unmixing.abundance;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * {@link AbundanceMethod.Sunsal}: with G = V diag(l) V', an iteration is x = (G + mu I)^-1 (f + mu
 * (u + d)), moved onto the sum of one if asked; u = soft(x - d, sparsity / mu), cut at 0 if asked;
 * d = d - (x - u). The eigenvectors make a new mu cheap: it is doubled or halved every ten
 * iterations while one of the residuals |x - u| and mu |u - u before| is over ten times the other
 * (Boyd et al. 2011, eq. 3.13).
 */
final class SunsalSolver implements GramSolver {
  private final AbundanceMethod.Sunsal settings;
  private final int size;
  private final double[] values;
  private final double[] vectors; // row j: vector of value j
  private final double meanEigenvalue;
  private final double[] inverse;
  private final double[] inverseOnes;
  private final double[] right;
  private final double[] x;
  private final double[] u;
  private final double[] d;

  SunsalSolver(double[] gram, int size, AbundanceMethod.Sunsal settings) {
    this.settings = settings;
    this.size = size;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    if (!eigen.decompose(DMatrixRMaj.wrap(size, size, gram.clone()))) {
      throw new IllegalStateException("no eigenvalues of a symmetric matrix");
    }
    values = new double[size];
    vectors = new double[size * size];
    double sum = 0;
    for (int j = 0; j < size; j++) {
      values[j] = Math.max(eigen.getEigenvalue(j).real, 0);
      System.arraycopy(eigen.getEigenVector(j).getData(), 0, vectors, j * size, size);
      sum += values[j];
    }
    meanEigenvalue = sum > 0 ? sum / size : 1;
    inverse = new double[size * size];
    inverseOnes = new double[size];
    right = new double[size];
    x = new double[size];
    u = new double[size];
    d = new double[size];
  }

  @Override
  public boolean solve(double[] products, double[] shares, int offset) {
    Arrays.fill(u, 0);
    Arrays.fill(d, 0);
    double mu = meanEigenvalue / 10;
    invert(mu);
    boolean settled = false;
    for (int iteration = 1; iteration <= settings.iterations() && !settled; iteration++) {
      quadratic(products, mu);
      double dual = mu * shrink(mu);
      double primal = 0;
      double length = 0;
      for (int k = 0; k < size; k++) {
        primal += (x[k] - u[k]) * (x[k] - u[k]);
        length += u[k] * u[k];
      }
      primal = Math.sqrt(primal);
      double most = settings.tolerance() * Math.sqrt(length);
      settled = primal <= most && dual <= most * meanEigenvalue;
      if (iteration % 10 == 0 && !settled) {
        mu = balanced(mu, primal * meanEigenvalue, dual);
      }
    }
    System.arraycopy(u, 0, shares, offset, size);
    return settled;
  }

  private double balanced(double mu, double primal, double dual) {
    double factor = primal > 10 * dual ? 2 : dual > 10 * primal ? 0.5 : 1;
    if (factor != 1) {
      for (int k = 0; k < size; k++) {
        d[k] /= factor;
      }
      invert(mu * factor);
    }
    return mu * factor;
  }

  private void quadratic(double[] products, double mu) {
    for (int k = 0; k < size; k++) {
      right[k] = products[k] + mu * (u[k] + d[k]);
    }
    double sum = 0;
    for (int k = 0; k < size; k++) {
      double value = 0;
      for (int j = 0; j < size; j++) {
        value += inverse[k * size + j] * right[j];
      }
      x[k] = value;
      sum += value;
    }
    if (settings.constraint().sumToOne()) {
      double ones = 0;
      for (double one : inverseOnes) {
        ones += one;
      }
      for (int k = 0; k < size; k++) {
        x[k] += inverseOnes[k] * (1 - sum) / ones;
      }
    }
  }

  /** Updates u and d; returns how far u moved. */
  private double shrink(double mu) {
    double threshold = settings.sparsity() / mu;
    double moved = 0;
    for (int k = 0; k < size; k++) {
      double free = x[k] - d[k];
      double soft = Math.copySign(Math.max(Math.abs(free) - threshold, 0), free);
      double next = settings.constraint().nonNegative() ? Math.max(soft, 0) : soft;
      moved += (next - u[k]) * (next - u[k]);
      u[k] = next;
      d[k] -= x[k] - next;
    }
    return Math.sqrt(moved);
  }

  private void invert(double mu) {
    Arrays.fill(inverse, 0);
    for (int v = 0; v < size; v++) {
      double factor = 1 / (values[v] + mu);
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          inverse[a * size + b] += factor * vectors[v * size + a] * vectors[v * size + b];
        }
      }
    }
    for (int a = 0; a < size; a++) {
      inverseOnes[a] = 0;
      for (int b = 0; b < size; b++) {
        inverseOnes[a] += inverse[a * size + b];
      }
    }
  }
}
