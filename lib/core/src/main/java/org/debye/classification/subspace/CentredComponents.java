package org.debye.classification.subspace;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.debye.numeric.GramMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Leading principal components of spectra by the smaller of the two matrices of products: N x N of
 * spectra or P x P of points (Jolliffe 2002, section 3.5). The sign of a component makes its entry
 * of largest magnitude positive.
 *
 * @param mean P
 * @param components D x P, row major, orthonormal rows
 * @param shares D shares of the whole variance, descending
 */
public record CentredComponents(double[] mean, double[] components, double[] shares)
    implements Serializable {
  private static final double RANK = 1e-12;
  private static final double LARGER = 1 + 1e-9;

  public CentredComponents {
    if (components.length != mean.length * shares.length) {
      throw new IllegalArgumentException(
          components.length + " values of " + shares.length + " components");
    }
  }

  /**
   * Components of spectra that differ.
   *
   * @param spectra N x P, row major, at least two rows that differ
   * @param points P
   * @param most D at most, at least 1
   * @param explained share of the variance at which fewer are enough; 1 for as many as may be
   */
  public static CentredComponents of(float[] spectra, int points, int most, double explained) {
    int count = spectra.length / points;
    double[] mean = mean(spectra, points);
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    boolean few = count <= points;
    int size = few ? count : points;
    double[] products =
        few
            ? GramMatrix.ofRows(spectra, points, mean, ones)
            : GramMatrix.ofColumns(spectra, points, mean, ones);
    double total = 0;
    for (int i = 0; i < size; i++) {
      total += products[i * size + i];
    }
    if (!(total > 0) || most < 1) {
      throw new IllegalArgumentException(most + " components of variance " + total);
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    if (!eigen.decompose(DMatrixRMaj.wrap(size, size, products))) {
      throw new IllegalStateException("no eigenvalues of a symmetric matrix of " + size);
    }
    int[] order = descending(eigen, size);
    int wanted = wanted(eigen, order, total, most, explained);
    double[] components = new double[wanted * points];
    double[] shares = new double[wanted];
    for (int d = 0; d < wanted; d++) {
      double[] vector = eigen.getEigenVector(order[d]).getData();
      double[] component = few ? combination(spectra, points, mean, vector) : vector;
      orient(component);
      System.arraycopy(component, 0, components, d * points, points);
      shares[d] = eigen.getEigenvalue(order[d]).real / total;
    }
    return new CentredComponents(mean, components, shares);
  }

  private static double[] mean(float[] spectra, int points) {
    double[] mean = new double[points];
    for (int i = 0; i < spectra.length; i += points) {
      for (int p = 0; p < points; p++) {
        mean[p] += spectra[i + p];
      }
    }
    for (int p = 0; p < points; p++) {
      mean[p] *= (double) points / spectra.length;
    }
    return mean;
  }

  private static int[] descending(EigenDecomposition_F64<DMatrixRMaj> eigen, int size) {
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -eigen.getEigenvalue(j).real))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int wanted(
      EigenDecomposition_F64<DMatrixRMaj> eigen,
      int[] order,
      double total,
      int most,
      double explained) {
    double largest = eigen.getEigenvalue(order[0]).real;
    double sum = 0;
    int wanted = 0;
    while (wanted < Math.min(most, order.length) && sum < explained * total) {
      double next = eigen.getEigenvalue(order[wanted]).real;
      if (next <= RANK * largest) {
        break;
      }
      sum += next;
      wanted++;
    }
    return wanted;
  }

  /** X'v, brought to length 1. */
  private static double[] combination(float[] spectra, int points, double[] mean, double[] vector) {
    double[] component = new double[points];
    for (int i = 0; i < vector.length; i++) {
      for (int p = 0; p < points; p++) {
        component[p] += vector[i] * (spectra[i * points + p] - mean[p]);
      }
    }
    double squares = 0;
    for (double value : component) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    for (int p = 0; p < points; p++) {
      component[p] /= length;
    }
    return component;
  }

  private static void orient(double[] component) {
    double largest = 0;
    for (double value : component) {
      largest = Math.abs(value) > Math.abs(largest) * LARGER ? value : largest;
    }
    for (int p = 0; p < component.length && largest < 0; p++) {
      component[p] = -component[p];
    }
  }

  /** P. */
  public int points() {
    return mean.length;
  }

  /** D. */
  public int dimensions() {
    return shares.length;
  }

  /**
   * Coordinates of spectra.
   *
   * @param spectra N x P, row major
   * @return N x D, row major
   */
  public double[] scores(float[] spectra) {
    int points = points();
    int dimensions = dimensions();
    double[] scores = new double[spectra.length / points * dimensions];
    double[] centred = new double[points];
    for (int i = 0; i * points < spectra.length; i++) {
      for (int p = 0; p < points; p++) {
        centred[p] = spectra[i * points + p] - mean[p];
      }
      for (int d = 0; d < dimensions; d++) {
        double sum = 0;
        for (int p = 0; p < points; p++) {
          sum += components[d * points + p] * centred[p];
        }
        scores[i * dimensions + d] = sum;
      }
    }
    return scores;
  }
}
