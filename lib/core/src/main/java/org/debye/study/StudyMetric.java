package org.debye.study;

import java.util.Locale;

/** Single numbers of a cell's result; the column {@code metrics} has them under {@link #key}. */
public enum StudyMetric {
  /** The dataset's noise scale sigma. */
  SIGMA,
  /** Frobenius norm of estimated less true endmembers, after matching labels. */
  FROBENIUS_ERROR,
  /** Root mean square error of the abundances, after matching labels. */
  ABUNDANCE_ERROR,
  /** Log likelihood of the data given all parameters, mean over draws. */
  MEAN_LOG_LIKELIHOOD,
  /** Monte Carlo standard error of {@link #MEAN_LOG_LIKELIHOOD}. */
  MEAN_LOG_LIKELIHOOD_ERROR,
  /** Log likelihood of the data at the true parameters. */
  TRUE_LOG_LIKELIHOOD,
  /** Log density of all unknowns and the data at the truth, in unconstrained coordinates. */
  TRUE_LOG_DENSITY,
  /** Least effective sample size of a label-free quantity. */
  LABEL_FREE_ESS,
  /** Draws after warm-up, or from the variational distribution. */
  DRAWS,
  /** Least effective sample size of an endmember coordinate, after relabelling. */
  WORST_ESS,
  /** Greatest split R-hat of an endmember coordinate within the chain, after relabelling. */
  WORST_R_HAT,
  /** Draws whose labels differ from those of the draw before. */
  LABEL_SWITCHES,
  /** Trajectories that diverged. */
  DIVERGENCES,
  /** Trajectories that ended at the greatest depth. */
  DEPTH_SATURATIONS,
  /** Energy Bayesian fraction of missing information. */
  E_BFMI,
  /** Mean acceptance statistic. */
  ACCEPTANCE,
  /** Step size after warm-up. */
  STEP_SIZE,
  /** Leapfrog steps, warm-up among them. */
  LEAPFROGS,
  /** Evaluations of the log density with its gradient. */
  GRADIENTS,
  /** Nodes an observation by which abundances were integrated out; absent where sampled. */
  QUADRATURE_NODES,
  /** Share of draws that the correction to a finer rule accepted. */
  QUADRATURE_ACCEPTED,
  /** Standard deviation over draws of the error that quadrature leaves in the log density. */
  QUADRATURE_ERROR,
  /** Evidence lower bound of the variational fit. */
  ELBO,
  /**
   * How much the evidence lower bound rose from the third to the last quarter of a variational
   * fit's steps.
   */
  ELBO_RISE,
  /** 1 where that is at most 1 or three of its standard errors, 0 where it still rose. */
  CONVERGED,
  /** Pareto shape of the variational fit's importance ratios; above 0.7 it is no approximation. */
  PARETO_SHAPE,
  /** Volume of the simplex of the estimated endmembers. */
  SIMPLEX_VOLUME,
  /**
   * CPU seconds of the inference, without simulation and evaluation; of a chain that goes on from
   * where it was compared, what it took since.
   */
  CPU_SECONDS,
  /** How many of the central 50 % intervals of endmember coordinates hold the truth. */
  INSIDE_50,
  /** The same for 80 %. */
  INSIDE_80,
  /** The same for 90 %. */
  INSIDE_90;

  /** Name in tables: {@code frobenius_error}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
