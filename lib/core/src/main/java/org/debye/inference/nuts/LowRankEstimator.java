package org.debye.inference.nuts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * Diagonal plus low rank from draws and gradients (Seyboldt, Carlson and Carpenter,
 * "Preconditioning Hamiltonian Monte Carlo by minimizing Fisher divergence", arXiv:2603.18845;
 * nutpie).
 *
 * <p>With s^2 = sqrt(var x / var g) by coordinate, let X = (x - mean) / s and G = (g - mean) s. In
 * the span of the columns of X and G, the correction is the geodesic mean A # B^-1 of A = cov X +
 * gamma I and B = cov G + gamma I, the matrix that solves M B M = A. Its eigenvectors are kept
 * where the eigenvalue is above the cut-off or below its inverse; elsewhere the metric is the
 * diagonal. Costs n (2m)^2 for m draws: for warm-up only.
 */
final class LowRankEstimator implements MetricEstimator {
  private static final double GAMMA = 1e-5;
  private static final double CUT_OFF = 2;

  private final int dimension;
  private final List<double[]> draws = new ArrayList<>();
  private final List<double[]> gradients = new ArrayList<>();

  LowRankEstimator(int dimension) {
    this.dimension = dimension;
  }

  @Override
  public void add(double[] position, double[] gradient) {
    draws.add(position.clone());
    gradients.add(gradient.clone());
  }

  @Override
  public int count() {
    return draws.size();
  }

  @Override
  public void reset() {
    draws.clear();
    gradients.clear();
  }

  @Override
  public Geometry estimate() {
    double[] scales = scales();
    DMatrixRMaj x = centred(draws, scales, -1);
    DMatrixRMaj g = centred(gradients, scales, 1);
    DMatrixRMaj basis = basis(x, g);
    DMatrixRMaj mean = SymmetricMatrix.geodesicMean(covariance(basis, x), covariance(basis, g));
    SymmetricMatrix eigen = SymmetricMatrix.of(mean);
    List<double[]> directions = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    for (int k = 0; k < eigen.values().length; k++) {
      double value = eigen.values()[k];
      if (value > CUT_OFF || value < 1 / CUT_OFF) {
        DMatrixRMaj direction = new DMatrixRMaj(dimension, 1);
        CommonOps_DDRM.mult(
            basis, CommonOps_DDRM.extractColumn(eigen.vectors(), k, null), direction);
        directions.add(direction.data);
        kept.add(value);
      }
    }
    return Geometry.of(
        new LowRankMetric(
            scales,
            directions.toArray(double[][]::new),
            kept.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private double[] scales() {
    GradientVarianceEstimator diagonal = new GradientVarianceEstimator(dimension);
    for (int i = 0; i < draws.size(); i++) {
      diagonal.add(draws.get(i), gradients.get(i));
    }
    double[] scales = diagonal.variances();
    Arrays.setAll(scales, i -> Math.sqrt(scales[i]));
    return scales;
  }

  /** n x m: points less their mean, times the scales to this power. */
  private DMatrixRMaj centred(List<double[]> points, double[] scales, int power) {
    int m = points.size();
    DMatrixRMaj matrix = new DMatrixRMaj(dimension, m);
    for (int i = 0; i < dimension; i++) {
      double mean = 0;
      for (double[] point : points) {
        mean += point[i] / m;
      }
      double factor = power > 0 ? scales[i] : 1 / scales[i];
      for (int j = 0; j < m; j++) {
        matrix.data[i * m + j] = (points.get(j)[i] - mean) * factor;
      }
    }
    return matrix;
  }

  /** Orthonormal columns that span those of both, or the whole space where that is smaller. */
  private DMatrixRMaj basis(DMatrixRMaj x, DMatrixRMaj g) {
    if (2 * x.numCols >= dimension) {
      return CommonOps_DDRM.identity(dimension);
    }
    DMatrixRMaj both = CommonOps_DDRM.concatColumns(x, g, null);
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(both.numRows, both.numCols);
    if (!qr.decompose(both)) {
      throw new ArithmeticException("no QR decomposition of draws and gradients");
    }
    return qr.getQ(null, true);
  }

  /** Q' P P' Q / m + gamma I. */
  private static DMatrixRMaj covariance(DMatrixRMaj basis, DMatrixRMaj points) {
    DMatrixRMaj projected = new DMatrixRMaj(basis.numCols, points.numCols);
    CommonOps_DDRM.multTransA(basis, points, projected);
    DMatrixRMaj covariance = new DMatrixRMaj(basis.numCols, basis.numCols);
    CommonOps_DDRM.multTransB(1.0 / points.numCols, projected, projected, covariance);
    for (int i = 0; i < basis.numCols; i++) {
      covariance.data[i * basis.numCols + i] += GAMMA;
    }
    return covariance;
  }
}
