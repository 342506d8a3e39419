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
   * @param sd posterior standard deviation
   * @param q05 quantile of 5 %: with {@code q95} the central interval of 90 %
   */
  public record Bands(double[] sd, double[] q05, double[] q50, double[] q95) {
    public Bands {
      if (q05.length != sd.length || q50.length != sd.length || q95.length != sd.length) {
        throw new IllegalArgumentException("bands of different lengths");
      }
    }
  }

  public AbundanceRow {
    if (bands != null && bands.sd().length != mean.length) {
      throw new IllegalArgumentException("abundances of " + datasetId + ", frame " + frame);
    }
  }
}
