package org.debye.evaluation.clustering;

/**
 * The share of pairs on which two labellings agree, adjusted for chance (Hubert and Arabie 1985, J.
 * Classif. 2:193, eq. 5): 1 for the same partition, 0 on average for labels drawn at random.
 */
public final class AdjustedRand {
  private AdjustedRand() {}

  /**
   * Of two labellings of the same things, whatever the numbers of their labels.
   *
   * @throws IllegalArgumentException of different lengths, or of nothing
   */
  public static double of(int[] first, int[] second) {
    Contingency table = Contingency.of(first, second);
    double together = squares(table.counts());
    double n = table.total();
    double rows = squares(table.rows());
    double columns = squares(table.columns());
    // twice the pairs that are joined by both, by one alone, by neither
    double both = together - n;
    double firstAlone = rows - together;
    double secondAlone = columns - together;
    double neither = n * n - firstAlone - secondAlone - together;
    if (firstAlone == 0 && secondAlone == 0) {
      return 1;
    }
    return 2
        * (both * neither - firstAlone * secondAlone)
        / ((both + firstAlone) * (firstAlone + neither)
            + (both + secondAlone) * (secondAlone + neither));
  }

  private static double squares(int[] counts) {
    double sum = 0;
    for (int count : counts) {
      sum += (double) count * count;
    }
    return sum;
  }
}
