package org.debye.unmixing.abundance;

/**
 * Shares of K endmembers in N spectra.
 *
 * @param values N x K, row major
 * @param unsettled spectra whose iteration stopped at its limit; always 0 for the exact methods
 */
public record Abundances(int count, int endmembers, double[] values, int unsettled) {
  public Abundances {
    if (values.length != count * endmembers) {
      throw new IllegalArgumentException(
          values.length + " shares for " + count + " x " + endmembers);
    }
  }
}
