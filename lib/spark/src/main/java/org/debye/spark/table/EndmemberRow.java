package org.debye.spark.table;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table of endmembers: one spectrum that a fit has found to be mixed into the others.
 *
 * @param fitId of the fit: dataset, method and configuration
 * @param endmember number in the fit, from 0: the place in the arrays of {@code abundances}
 * @param name of the substance where it is known, such as that of the reference it was matched to
 * @param method that found it: {@code hmc}, {@code variational}, {@code n-findr} ...
 * @param axisId row of {@code axes}
 * @param mean posterior mean, or the estimate, one value a point of the axis; not copied
 * @param bands null for a point estimate
 */
public record EndmemberRow(
    String fitId,
    int endmember,
    @Nullable String name,
    String method,
    String axisId,
    double[] mean,
    @Nullable Bands bands,
    String runId) {

  /**
   * Uncertainty of a spectrum, point by point; arrays are not copied.
   *
   * @param sd posterior standard deviation
   * @param q05 quantile of 5 %: with {@code q95} the central interval of 90 %
   * @param q25 quantile of 25 %: with {@code q75} the central interval of 50 %
   */
  public record Bands(
      double[] sd, double[] q05, double[] q25, double[] q50, double[] q75, double[] q95) {
    public Bands {
      int points = sd.length;
      if (q05.length != points
          || q25.length != points
          || q50.length != points
          || q75.length != points
          || q95.length != points) {
        throw new IllegalArgumentException("bands of different lengths");
      }
    }
  }

  public EndmemberRow {
    if (endmember < 0 || (bands != null && bands.sd().length != mean.length)) {
      throw new IllegalArgumentException("endmember " + endmember + " of " + fitId);
    }
  }
}
