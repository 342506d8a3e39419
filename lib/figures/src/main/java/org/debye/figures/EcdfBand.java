package org.debye.figures;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * Band that holds {@link #WITHIN} of the curves ECDF - uniform of n uniform ranks, all along
 * (Saeilynoja, Buerkner and Vehtari 2022, Statistics and Computing 32:32, section 2.2). At each
 * place z the band is that of the binomial quantiles gamma / 2 and 1 - gamma / 2 of n trials with
 * chance z; gamma is the quantile 1 - WITHIN of the least tail probability along each of {@link
 * #CURVES} simulated curves.
 *
 * @param places z, in (0, 1], multiples of 1 / (draws + 1)
 */
record EcdfBand(double[] places, double[] low, double[] high) {
  static final double WITHIN = 0.95;
  static final int CURVES = 1_000;
  private static final int MOST_PLACES = 100;

  /**
   * Of ranks 0 to draws.
   *
   * @param n ranks
   */
  static EcdfBand of(int n, int draws) {
    int values = draws + 1;
    int count = Math.min(MOST_PLACES, values);
    int[] at = new int[count];
    Arrays.setAll(at, i -> (int) ((long) (i + 1) * values / count));
    double[] z = Arrays.stream(at).mapToDouble(v -> (double) v / values).toArray();
    double[][] cumulative = new double[count][];
    Arrays.setAll(cumulative, i -> Counts.binomial(n, Math.min(z[i], 1 - 1e-12)));
    double gamma = gamma(n, values, at, cumulative);
    double[] low = new double[count];
    double[] high = new double[count];
    for (int i = 0; i < count; i++) {
      boolean last = at[i] == values;
      low[i] = last || n == 0 ? 0 : (double) Counts.quantile(cumulative[i], gamma / 2) / n - z[i];
      high[i] =
          last || n == 0 ? 0 : (double) Counts.quantile(cumulative[i], 1 - gamma / 2) / n - z[i];
    }
    return new EcdfBand(z, low, high);
  }

  private static double gamma(int n, int values, int[] at, double[][] cumulative) {
    RandomStream random = RandomStreams.of(0).at("ecdf-band", n, values);
    double[] least = new double[CURVES];
    int[] counts = new int[values + 1];
    for (int curve = 0; curve < CURVES; curve++) {
      Arrays.fill(counts, 0);
      for (int i = 0; i < n; i++) {
        counts[1 + (int) (random.nextDouble() * values)]++;
      }
      least[curve] = leastTail(counts, at, cumulative);
    }
    Arrays.sort(least);
    return least[(int) ((1 - WITHIN) * CURVES)];
  }

  /** Twice the smaller of P(X <= k) and P(X >= k), at its least along a curve. */
  private static double leastTail(int[] counts, int[] at, double[][] cumulative) {
    double least = 1;
    int below = 0;
    int value = 0;
    for (int i = 0; i < at.length - 1; i++) {
      while (value < at[i]) {
        below += counts[++value];
      }
      double upTo = cumulative[i][below];
      double from = below == 0 ? 1 : 1 - cumulative[i][below - 1];
      least = Math.min(least, 2 * Math.min(upTo, from));
    }
    return least;
  }
}
