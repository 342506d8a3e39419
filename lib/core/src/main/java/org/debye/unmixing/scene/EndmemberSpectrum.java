package org.debye.unmixing.scene;

import java.util.List;
import java.util.OptionalInt;

/**
 * One pure component on the scene's axis.
 *
 * @param mean P values: posterior mean, or the point estimate
 * @param sd P posterior standard deviations; empty for a point estimate
 * @param quantiles P values for each of {@link #PROBABILITIES}; empty for a point estimate
 * @param pixel which spectrum it is, from 0, for methods that pick one
 */
public record EndmemberSpectrum(
    double[] mean, double[] sd, List<double[]> quantiles, OptionalInt pixel) {
  /** Probabilities of the quantiles, ascending: limits of the 50 and 90 % bands and the median. */
  public static final List<Double> PROBABILITIES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

  public EndmemberSpectrum {
    quantiles = List.copyOf(quantiles);
    boolean uncertain = sd.length > 0;
    if (uncertain != (quantiles.size() == PROBABILITIES.size())) {
      throw new IllegalArgumentException(quantiles.size() + " quantiles of an endmember");
    }
  }
}
