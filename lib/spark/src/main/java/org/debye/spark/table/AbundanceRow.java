package org.debye.spark.table;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table of abundances: how much of each endmember of a fit one spectrum holds.
 *
 * @param datasetId of the spectrum
 * @param frame of the spectrum; of an image the pixel, row by row
 * @param mean posterior mean, or the estimate, one entry an endmember, in their order; not copied
 * @param bands null for a point estimate
 */
public record AbundanceRow(
    String fitId,
    String datasetId,
    long frame,
    double[] mean,
    @Nullable Bands bands,
    String runId) {

  /**
   * Uncertainty, endmember by endmember; arrays are not copied.
   *
   * @param sd posterior standard deviation; null where it was not kept
   * @param q05 quantile of 5 %: with {@code q95} the central interval of 90 %
   * @param q50 median; null where it was not kept
   */
  public record Bands(double @Nullable [] sd, double[] q05, double @Nullable [] q50, double[] q95) {
    public Bands {
      int count = q05.length;
      if (q95.length != count
          || (sd != null && sd.length != count)
          || (q50 != null && q50.length != count)) {
        throw new IllegalArgumentException("bands of different lengths");
      }
    }

    /** An interval alone. */
    public static Bands of(double[] q05, double[] q95) {
      return new Bands(null, q05, null, q95);
    }
  }

  public AbundanceRow {
    if (bands != null && bands.q05().length != mean.length) {
      throw new IllegalArgumentException("abundances of " + datasetId + ", frame " + frame);
    }
  }
}
