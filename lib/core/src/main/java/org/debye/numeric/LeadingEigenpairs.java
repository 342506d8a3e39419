package org.debye.numeric;

import java.util.Arrays;
import org.debye.numeric.EigenBlock.Filter;

/**
 * The largest eigenvalues of a symmetric operator and their vectors, by block iteration with a
 * Chebyshev polynomial in place of single products (Zhou, Saad, Tiago and Chelikowsky 2006, J.
 * Comput. Phys. 219:172, algorithm 4.3 with the scaled filter 3.1). The block is wider than what is
 * wanted, so that multiple eigenvalues, such as those of a graph in several pieces, are all found,
 * and the degree follows the gap below what is wanted: small gaps cost products, not accuracy.
 * Matrices of at most {@link #DENSE} rows are decomposed whole. Memory: four times the block.
 *
 * @param values descending
 * @param vectors of n values each, orthonormal, the component of largest magnitude positive
 * @param residuals norms of A v - value v
 */
public record LeadingEigenpairs(double[] values, double[][] vectors, double[] residuals) {
  /** Rows up to which a matrix is written out. */
  public static final int DENSE = 400;

  private static final int SPARE = 10;
  private static final int MOST_ROUNDS = 200;

  /**
   * Iterates until all residuals are at most {@code tolerance} times the largest eigenvalue, or for
   * 200 rounds.
   *
   * @param count how many, 1 to n
   * @param floor a lower bound of all eigenvalues
   * @param start of the random vectors
   */
  public static LeadingEigenpairs of(
      SymmetricOperator operator, int count, double floor, double tolerance, RandomStreams start) {
    int n = operator.size();
    if (count < 1 || count > n) {
      throw new IllegalArgumentException(count + " eigenvalues of " + n);
    }
    int width = Math.min(n, count + Math.max(SPARE, count));
    if (n <= DENSE || 2 * width >= n) {
      return whole(operator, count);
    }
    EigenBlock block = EigenBlock.random(operator, width, start);
    for (int round = 1; ; round++) {
      block.project();
      double[] residuals = block.residuals(count);
      double bound = tolerance * Math.max(Math.abs(block.value(0)), Double.MIN_NORMAL);
      if (round == MOST_ROUNDS || Arrays.stream(residuals).allMatch(r -> r <= bound)) {
        return new LeadingEigenpairs(block.values(count), block.vectors(count), residuals);
      }
      block.filter(Filter.between(floor, block.value(width - 1), block.value(0)), count);
    }
  }

  /** How many of the first have residuals of at most this. */
  public int within(double bound) {
    int found = 0;
    while (found < residuals.length && residuals[found] <= bound) {
      found++;
    }
    return found;
  }

  private static LeadingEigenpairs whole(SymmetricOperator operator, int count) {
    int n = operator.size();
    double[][] unit = new double[n][n];
    double[][] columns = new double[n][n];
    for (int i = 0; i < n; i++) {
      unit[i][i] = 1;
    }
    operator.apply(unit, columns);
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i * n + j] = 0.5 * (columns[i][j] + columns[j][i]);
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(matrix, n);
    double[][] vectors = new double[count][];
    for (int j = 0; j < count; j++) {
      vectors[j] = Arrays.copyOfRange(eigen.vectors(), j * n, (j + 1) * n);
    }
    return new LeadingEigenpairs(Arrays.copyOf(eigen.values(), count), vectors, new double[count]);
  }
}
