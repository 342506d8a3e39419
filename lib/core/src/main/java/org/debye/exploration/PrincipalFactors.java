package org.debye.exploration;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.FDistribution;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.LeadingEigenpairs;
import org.debye.spectra.mixing.Observations;

/**
 * Abstract factors of N spectra of P points about the origin, and how many of them are more than
 * noise (Malinowski 2002, Factor Analysis in Chemistry, ch. 4): with r the larger and c the smaller
 * of N and P and eigenvalues l_j of the products,
 *
 * <ul>
 *   <li>real error RE(n) = sqrt(sum_{j>n} l_j / (r (c - n))),
 *   <li>indicator IND(n) = RE(n) / (c - n)^2, least at the number of factors,
 *   <li>F(1, c - n) = l_n / sum_{j>n} l_j times sum_{j>n} (r - j + 1)(c - j + 1) / ((r - n + 1)(c -
 *       n + 1)) (Malinowski 1989, J. Chemometrics 3:49), whose probability under noise alone is the
 *       significance of factor n.
 * </ul>
 *
 * <p>About the origin, as targets need it: the mean is a factor like others. Larch's {@code
 * pca_train} takes the mean away and scales what is left, and so counts one fewer. Both assume that
 * errors of points are independent and alike; normalisation and drift of an energy axis make
 * factors, too.
 *
 * @param spectra N
 * @param points P
 * @param eigenvalues of the R factors found, descending
 * @param total sum of all eigenvalues
 * @param factors R x P, row major, orthonormal rows
 */
public record PrincipalFactors(
    int spectra, int points, double[] eigenvalues, double total, double[] factors) {
  private static final double ROUNDING = 1e-14;

  /**
   * The factors of spectra.
   *
   * @param name of the spectra, for messages
   * @throws InputException TOO_FEW_SPECTRA fewer than three spectra or points
   */
  public static PrincipalFactors of(String name, Observations spectra) {
    int n = spectra.count();
    int p = spectra.dimensions();
    if (Math.min(n, p) < 3) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          name,
          n + " spectra of " + p + " points",
          "Give three or more of both.");
    }
    Centred about = Centred.of(spectra, new double[p]);
    boolean dual = n <= p;
    LeadingEigenpairs pairs = PrincipalAxes.pairs(about.cross(dual), PrincipalAxes.WHOLE);
    double top = pairs.values()[0];
    int found = 0;
    while (found < pairs.values().length && pairs.values()[found] > ROUNDING * top) {
      found++;
    }
    double[] factors = new double[found * p];
    for (int j = 0; j < found; j++) {
      double[] vector = dual ? about.toPoints(pairs.vectors()[j]) : pairs.vectors()[j];
      double length = Math.sqrt(Arrays.stream(vector).map(v -> v * v).sum());
      for (int b = 0; b < p; b++) {
        factors[j * p + b] = vector[b] / length;
      }
    }
    return new PrincipalFactors(n, p, Arrays.copyOf(pairs.values(), found), about.power(), factors);
  }

  /** R. */
  public int count() {
    return eigenvalues.length;
  }

  private int larger() {
    return Math.max(spectra, points);
  }

  private int smaller() {
    return Math.min(spectra, points);
  }

  /** How many numbers of factors can be judged: those that leave something over. */
  public int most() {
    return Math.min(count(), smaller() - 1);
  }

  /** RE of a number of factors, in the unit of the spectra: the error that is left as noise. */
  public double realError(int factors) {
    double rest = total;
    for (int j = 0; j < factors; j++) {
      rest -= eigenvalues[j];
    }
    return Math.sqrt(Math.max(0, rest) / (larger() * (double) (smaller() - factors)));
  }

  /** IND of a number of factors, 1 to {@link #most}. */
  public double indicator(int factors) {
    double left = smaller() - factors;
    return realError(factors) / (left * left);
  }

  /** The number of factors with the least indicator. */
  public int byIndicator() {
    int best = 1;
    for (int n = 2; n <= most(); n++) {
      best = indicator(n) < indicator(best) ? n : best;
    }
    return best;
  }

  /**
   * Probability that noise alone makes a factor's eigenvalue as large against the later ones.
   *
   * @param factor from 1 to {@link #most}
   */
  public double significance(int factor) {
    double r = larger();
    double c = smaller();
    double rest = total;
    for (int j = 0; j < factor; j++) {
      rest -= eigenvalues[j];
    }
    double freedom = 0;
    for (int j = factor + 1; j <= c; j++) {
      freedom += (r - j + 1) * (c - j + 1);
    }
    double own = (r - factor + 1) * (c - factor + 1);
    double ratio = freedom / own * eigenvalues[factor - 1] / Math.max(rest, Double.MIN_NORMAL);
    return FDistribution.of(1, c - factor).survivalProbability(ratio);
  }

  /**
   * The number of factors by the test: the last factor, from the smallest eigenvalue on, that noise
   * does not explain.
   *
   * @param level 0.05 for the usual 5 %
   */
  public int bySignificance(double level) {
    int n = most();
    while (n > 0 && significance(n) > level) {
      n--;
    }
    return n;
  }

  /**
   * Whether a spectrum can be among those that the spectra are sums of.
   *
   * @param target P; not modified
   * @param number of factors, 1 to {@link #most}
   */
  public TargetTest target(double[] target, int number) {
    double[] made = new double[points];
    double stretch = 0;
    for (int j = 0; j < number; j++) {
      double share = 0;
      for (int b = 0; b < points; b++) {
        share += factors[j * points + b] * target[b];
      }
      for (int b = 0; b < points; b++) {
        made[b] += share * factors[j * points + b];
      }
      stretch += share * share / eigenvalues[j];
    }
    double left = 0;
    double whole = 0;
    for (int b = 0; b < points; b++) {
      left += (target[b] - made[b]) * (target[b] - made[b]);
      whole += target[b] * target[b];
    }
    return new TargetTest(
        made,
        Math.sqrt(left / (points - number)),
        realError(number) * Math.sqrt(stretch),
        left / whole);
  }
}
