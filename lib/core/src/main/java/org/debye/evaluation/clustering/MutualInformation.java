package org.debye.evaluation.clustering;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * What one labelling tells of another.
 *
 * @param nats the mutual information, at least 0
 * @param normalised divided by the mean of the two entropies: 1 where one labelling is the other
 * @param adjusted for chance (Vinh, Epps and Bailey 2010, J. Mach. Learn. Res. 11:2837, eq. 10 and
 *     24a): 0 on average for labels drawn at random, and at most 1
 */
public record MutualInformation(double nats, double normalised, double adjusted) {
  private static final double ROUNDING = Math.ulp(1.0);

  /**
   * Of two labellings of the same things, whatever the numbers of their labels.
   *
   * @throws IllegalArgumentException of different lengths, or of nothing
   */
  public static MutualInformation of(int[] first, int[] second) {
    Contingency table = Contingency.of(first, second);
    if (table.isTrivial()) {
      return new MutualInformation(0, 1, 1);
    }
    double nats = nats(table);
    double mean =
        0.5
            * (Contingency.entropy(table.rows(), table.total())
                + Contingency.entropy(table.columns(), table.total()));
    double expected = expected(table);
    double room = mean - expected;
    double divisor = room < 0 ? Math.min(room, -ROUNDING) : Math.max(room, ROUNDING);
    return new MutualInformation(nats, nats == 0 ? 0 : nats / mean, (nats - expected) / divisor);
  }

  private static double nats(Contingency table) {
    double n = table.total();
    double sum = 0;
    for (int i = 0; i < table.rows().length; i++) {
      for (int j = 0; j < table.columns().length; j++) {
        double count = table.count(i, j);
        if (count > 0) {
          double term = count / n * Math.log(count * n / table.rows()[i] / table.columns()[j]);
          sum += Math.abs(term) < ROUNDING ? 0 : term;
        }
      }
    }
    return Math.max(0, sum);
  }

  /** Mean over all tables with these sums, which are hypergeometric. */
  private static double expected(Contingency table) {
    int n = table.total();
    double sum = 0;
    for (int a : table.rows()) {
      for (int b : table.columns()) {
        double fixed =
            logFactorial(a)
                + logFactorial(b)
                + logFactorial(n - a)
                + logFactorial(n - b)
                - logFactorial(n);
        for (int count = Math.max(1, a + b - n); count <= Math.min(a, b); count++) {
          double logChance =
              fixed
                  - logFactorial(count)
                  - logFactorial(a - count)
                  - logFactorial(b - count)
                  - logFactorial(n - a - b + count);
          double information = Math.log((double) n * count / ((double) a * b));
          sum += (double) count / n * information * Math.exp(logChance);
        }
      }
    }
    return sum;
  }

  private static double logFactorial(int n) {
    return LogGamma.value(n + 1.0);
  }
}
