package org.debye.figures;

import java.util.List;

/**
 * Estimates beside the truth, a panel for each method, and above it the smoothed density of their
 * error: the paper's Fig. 4 (Hoidn, Mishra and Mehta). All panels share their limits, which leave
 * out what is far beyond the rest; how many points that is stands above each panel.
 *
 * <p>The density is a normal kernel's with the width of Silverman 1986, eq. 3.31: 0.9 min(sd, IQR /
 * 1.34) n^(-1/5).
 *
 * @param quantity what is estimated, with its unit at the end, as {@code endmember coordinate
 *     (dimensionless)}
 */
public record EstimateAgainstTruth(String title, String quantity, View view, List<Method> methods)
    implements PageFigure {

  /** What the scatter shows. */
  public enum View {
    /** Error across, truth upwards, as in the paper; a perfect estimate stands on the line at 0. */
    ERROR,
    /** Truth across, estimate upwards; a perfect estimate stands on the diagonal. */
    ESTIMATE
  }

  /**
   * One method's estimates.
   *
   * @param estimate NaN where there is none
   * @param truth as long
   */
  public record Method(String name, double[] estimate, double[] truth) {
    public Method {
      if (estimate.length != truth.length) {
        throw new IllegalArgumentException(
            name + " has " + estimate.length + " estimates of " + truth.length + " true values");
      }
    }
  }

  public EstimateAgainstTruth {
    methods = List.copyOf(methods);
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("nothing to compare with the truth");
    }
  }

  @Override
  public Page page() {
    return TruthPage.of(this);
  }
}
