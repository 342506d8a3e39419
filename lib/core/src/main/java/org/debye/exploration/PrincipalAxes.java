package org.debye.exploration;

import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.LeadingEigenpairs;
import org.debye.numeric.RandomStreams;
import org.debye.numeric.SymmetricEigen;
import org.debye.spectra.mixing.Observations;

/**
 * Principal component analysis of N spectra about their mean (Jolliffe 2002, ch. 1 and 3.5), as
 * scikit-learn's {@code PCA}: variances with the divisor N - 1, and each component's sign such that
 * its score of largest magnitude is positive.
 *
 * <p>The smaller of the N x N products of spectra and the P x P covariance is decomposed whole up
 * to {@link #WHOLE} rows; beyond that the leading {@link #LEADING} components are found by {@link
 * LeadingEigenpairs}, as many as have converged to 1e-8 of the largest variance, and the shares are
 * exact all the same, since the sum of all variances is known.
 *
 * @param mean P values
 * @param variances of the R components found, descending
 * @param total variance of all components
 * @param components R x P, row major, orthonormal rows: the loadings
 * @param scores N x R, row major
 */
public record PrincipalAxes(
    double[] mean, double[] variances, double total, double[] components, double[] scores) {
  /** Rows up to which a matrix is decomposed whole. */
  public static final int WHOLE = 1500;

  /** Components that are looked for in larger ones. */
  public static final int LEADING = 60;

  private static final double ROUNDING = 1e-12;
  private static final double TOLERANCE = 1e-8;

  /**
   * The components of spectra.
   *
   * @param name of the spectra, for messages
   * @throws InputException TOO_FEW_SPECTRA fewer than two; CONSTANT_SPECTRA all are equal
   */
  public static PrincipalAxes of(String name, Observations spectra) {
    return of(name, spectra, WHOLE);
  }

  /** The same with another number of rows up to which a matrix is decomposed whole. */
  static PrincipalAxes of(String name, Observations spectra, int whole) {
    int n = spectra.count();
    int p = spectra.dimensions();
    if (n < 2) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA, name, "there is one spectrum", "Give two or more.");
    }
    double[] mean = mean(spectra);
    Centred centred = Centred.of(spectra, mean);
    double total = centred.power() / (n - 1);
    double scale = Arrays.stream(mean).map(Math::abs).max().orElse(0);
    if (!(total > ROUNDING * ROUNDING * scale * scale * p)) {
      throw InputException.of(
          FailureCode.CONSTANT_SPECTRA,
          name,
          "all " + n + " spectra are equal",
          "Give spectra of which some differ.");
    }
    boolean dual = n <= p;
    LeadingEigenpairs pairs = pairs(centred.cross(dual), whole);
    return turned(mean, total, centred, pairs, dual);
  }

  static LeadingEigenpairs pairs(CrossProducts products, int whole) {
    int size = products.size();
    if (size <= whole) {
      SymmetricEigen eigen = SymmetricEigen.of(products.matrix(), size);
      double[][] vectors = new double[size][];
      Arrays.setAll(vectors, j -> Arrays.copyOfRange(eigen.vectors(), j * size, (j + 1) * size));
      return new LeadingEigenpairs(eigen.values(), vectors, new double[size]);
    }
    return LeadingEigenpairs.of(
        products, LEADING, 0, TOLERANCE, RandomStreams.of(0).under("principal axes"));
  }

  private static PrincipalAxes turned(
      double[] mean, double total, Centred centred, LeadingEigenpairs pairs, boolean dual) {
    int n = centred.count();
    int p = centred.points();
    double top = pairs.values()[0];
    int found = pairs.within(TOLERANCE * top);
    int rank = 0;
    while (rank < found && rank < n - 1 && pairs.values()[rank] > ROUNDING * top) {
      rank++;
    }
    double[] variances = new double[rank];
    double[] components = new double[rank * p];
    double[] scores = new double[n * rank];
    for (int j = 0; j < rank; j++) {
      double[] loading = dual ? unit(centred.toPoints(pairs.vectors()[j])) : pairs.vectors()[j];
      double[] score = centred.toSpectra(loading);
      double sign = signOfLargest(score);
      for (int b = 0; b < p; b++) {
        components[j * p + b] = sign * loading[b];
      }
      for (int i = 0; i < n; i++) {
        scores[i * rank + j] = sign * score[i];
      }
      variances[j] = pairs.values()[j] / (n - 1);
    }
    return new PrincipalAxes(mean, variances, total, components, scores);
  }

  /** R, the number of components found. */
  public int count() {
    return variances.length;
  }

  /** P. */
  public int points() {
    return mean.length;
  }

  /** N. */
  public int spectra() {
    return scores.length / count();
  }

  /** Share of the variance that a component holds, 0 to 1. */
  public double share(int component) {
    return variances[component] / total;
  }

  /** Share of the variance that the first components hold together, 0 to 1. */
  public double cumulative(int components) {
    double sum = 0;
    for (int j = 0; j < components; j++) {
      sum += variances[j];
    }
    return Math.min(1, sum / total);
  }

  /**
   * The least number of components that hold more than a share, as scikit-learn's {@code
   * n_components=0.99} counts; R where all that were found hold less.
   */
  public int holding(double share) {
    double sum = 0;
    for (int j = 0; j < count(); j++) {
      sum += variances[j] / total;
      if (sum > share) {
        return j + 1;
      }
    }
    return count();
  }

  /** One component's P loadings, of unit length. */
  public double[] loading(int component) {
    return Arrays.copyOfRange(components, component * points(), (component + 1) * points());
  }

  /** Squared loadings: the share of each point in the component, P values that sum to 1. */
  public double[] contribution(int component) {
    return Arrays.stream(loading(component)).map(v -> v * v).toArray();
  }

  /** The scores of the first components: N x D. */
  public Observations leadingScores(int dimensions) {
    int n = spectra();
    double[] out = new double[n * dimensions];
    for (int i = 0; i < n; i++) {
      System.arraycopy(scores, i * count(), out, i * dimensions, dimensions);
    }
    return new Observations(n, dimensions, out);
  }

  /** The scores of one component: N values. */
  public double[] score(int component) {
    double[] out = new double[spectra()];
    Arrays.setAll(out, i -> scores[i * count() + component]);
    return out;
  }

  /** A spectrum from the mean and its scores on the first components: P values. */
  public double[] reconstructed(int spectrum, int dimensions) {
    double[] out = mean.clone();
    for (int j = 0; j < dimensions; j++) {
      double score = scores[spectrum * count() + j];
      for (int b = 0; b < out.length; b++) {
        out[b] += score * components[j * out.length + b];
      }
    }
    return out;
  }

  private static double[] mean(Observations spectra) {
    double[] mean = new double[spectra.dimensions()];
    for (int i = 0; i < spectra.values().length; i++) {
      mean[i % mean.length] += spectra.values()[i];
    }
    for (int b = 0; b < mean.length; b++) {
      mean[b] /= spectra.count();
    }
    return mean;
  }

  private static double[] unit(double[] vector) {
    double norm = Math.sqrt(Arrays.stream(vector).map(v -> v * v).sum());
    return Arrays.stream(vector).map(v -> v / norm).toArray();
  }

  private static double signOfLargest(double[] values) {
    double largest = 0;
    for (double value : values) {
      if (Math.abs(value) > Math.abs(largest)) {
        largest = value;
      }
    }
    return largest < 0 ? -1 : 1;
  }
}
