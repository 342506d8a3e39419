package org.debye.study;

import java.util.Locale;

/**
 * Arrays of a cell's result; the column {@code arrays} has them under {@link #key}. Endmembers are
 * K x D, row major, in the order of the truth; globals are in the order of {@link #GLOBALS}: w (K),
 * C (K x D row major), s (D), then the strictly lower entries of the correlation factors, column by
 * column, one factor after another.
 */
public enum StudyArray {
  /** True global weights, K. */
  TRUE_WEIGHTS,
  /** True endmembers. */
  TRUE_ENDMEMBERS,
  /** True noise scales, D. */
  TRUE_SCALES,
  /** Estimated endmembers, matched to the truth. */
  ENDMEMBERS,
  /** Estimate - truth of each endmember coordinate. */
  ENDMEMBER_ERRORS,
  /** All true globals. */
  GLOBALS,
  /** Posterior means of all globals, matched to the truth. */
  GLOBAL_MEANS,
  /** Posterior standard deviations. */
  GLOBAL_SDS,
  /** Lower ends of central 50 % intervals. */
  GLOBAL_LOW_50,
  /** Upper ends. */
  GLOBAL_HIGH_50,
  /** Lower ends of central 80 % intervals. */
  GLOBAL_LOW_80,
  /** Upper ends. */
  GLOBAL_HIGH_80,
  /** Lower ends of central 90 % intervals. */
  GLOBAL_LOW_90,
  /** Upper ends. */
  GLOBAL_HIGH_90,
  /** 1 where the central 50 % interval of a global holds the truth, else 0. */
  GLOBAL_INSIDE_50,
  /** The same for 80 %. */
  GLOBAL_INSIDE_80,
  /** The same for 90 %. */
  GLOBAL_INSIDE_90,
  /** Of all abundances, how many the central 50, 80 and 90 % intervals hold: 3 counts, then N K. */
  ABUNDANCES_INSIDE,
  /**
   * Draws of all globals, thinned evenly, draws x globals row major, matched to the truth: for
   * R-hat over starts, for clouds and for ranks.
   */
  GLOBAL_DRAWS,
  /** Log likelihood of each draw of {@link #GLOBAL_DRAWS}. */
  LOG_LIKELIHOOD_DRAWS,
  /** Log density of each draw of {@link #GLOBAL_DRAWS}. */
  LOG_DENSITY_DRAWS,
  /**
   * Rank of the truth of each label-free quantity among 99 evenly spaced draws, 0 to 99: log
   * density, log likelihood, simplex volume, weights from the largest, first coordinates from the
   * least, noise scales and, with more than one dimension, log determinant of the noise's
   * correlations.
   */
  LABEL_FREE_RANKS,
  /** Observed points, N x D row major; for figures. */
  OBSERVATIONS,
  /** Evidence lower bound along the optimisation; variational inference only. */
  ELBO_TRACE;

  /** Name in tables: {@code true_endmembers}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
