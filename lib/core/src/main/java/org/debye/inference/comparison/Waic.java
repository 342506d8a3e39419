package org.debye.inference.comparison;

import java.util.Arrays;

/**
 * The widely applicable information criterion (Watanabe 2010, JMLR 11:3571-3594; Vehtari, Gelman
 * and Gabry 2017, eqs 11 to 13), with the values of R loo. {@link LeaveOneOut} is to be preferred:
 * it says where it fails; here a term of {@link #pointwiseParameters} above 0.4 is a warning.
 *
 * @param pointwiseElpd of each observation
 * @param pointwiseParameters variance of each observation's log likelihood
 */
public record Waic(double[] pointwiseElpd, double[] pointwiseParameters) {

  /** Of draws of a posterior. */
  public static Waic of(PointwiseLogLikelihood likelihood) {
    int n = likelihood.observations();
    double[] elpd = new double[n];
    double[] parameters = new double[n];
    double[] draws = new double[likelihood.size()];
    for (int i = 0; i < n; i++) {
      likelihood.copy(i, draws);
      double mean = Arrays.stream(draws).average().orElseThrow();
      double squares = Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).sum();
      parameters[i] = squares / (draws.length - 1);
      elpd[i] = LogSum.of(draws) - Math.log(draws.length) - parameters[i];
    }
    return new Waic(elpd, parameters);
  }

  /** Sum of {@link #pointwiseElpd}. */
  public Estimate elpd() {
    return Estimate.sumOf(pointwiseElpd);
  }

  /** Effective number of parameters, p_waic. */
  public Estimate parameters() {
    return Estimate.sumOf(pointwiseParameters);
  }

  /** -2 elpd. */
  public Estimate waic() {
    return elpd().times(-2);
  }
}
