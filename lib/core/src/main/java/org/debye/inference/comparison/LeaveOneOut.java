package org.debye.inference.comparison;

import java.util.Arrays;
import org.debye.inference.diagnostics.EffectiveSize;

/**
 * Expected log predictive density of observations left out one at a time, by Pareto smoothed
 * importance sampling: Vehtari, Gelman and Gabry 2017 (Statistics and Computing 27:1413-1432, eqs 4
 * to 10), with the values of R loo 2.5.
 *
 * @param pointwiseElpd log p(y_i | the others) of each observation
 * @param pointwiseParameters effective number of parameters that each observation takes
 * @param shapes Pareto k-hat of each observation; above 0.7 its elpd cannot be trusted
 * @param effectiveSizes effective draws behind each observation
 */
public record LeaveOneOut(
    double[] pointwiseElpd,
    double[] pointwiseParameters,
    double[] shapes,
    double[] effectiveSizes) {
  private static final double TRUSTED = 0.7;

  /**
   * Leaves out each observation. The relative efficiency of each is the effective size of its
   * likelihoods over the number of draws, 1 where these are all equal.
   */
  public static LeaveOneOut of(PointwiseLogLikelihood likelihood) {
    int n = likelihood.observations();
    int size = likelihood.size();
    double[] elpd = new double[n];
    double[] parameters = new double[n];
    double[] shapes = new double[n];
    double[] sizes = new double[n];
    double[] logLikelihood = new double[size];
    double[] terms = new double[size];
    for (int i = 0; i < n; i++) {
      likelihood.copy(i, logLikelihood);
      double efficiency = efficiency(logLikelihood, likelihood.draws());
      Arrays.setAll(terms, s -> -logLikelihood[s]);
      ParetoSmoothing smoothed = ParetoSmoothing.of(terms, efficiency);
      double[] weights = smoothed.normalised();
      Arrays.setAll(terms, s -> logLikelihood[s] + weights[s]);
      elpd[i] = LogSum.of(terms);
      parameters[i] = LogSum.of(logLikelihood) - Math.log(size) - elpd[i];
      shapes[i] = smoothed.shape();
      sizes[i] = smoothed.effectiveSize() * efficiency;
    }
    return new LeaveOneOut(elpd, parameters, shapes, sizes);
  }

  /** Of the likelihoods themselves, in units in which the largest is 1. */
  private static double efficiency(double[] logLikelihood, int draws) {
    double largest = Arrays.stream(logLikelihood).max().orElse(0);
    double[][] chains = new double[logLikelihood.length / draws][draws];
    for (int s = 0; s < logLikelihood.length; s++) {
      chains[s / draws][s % draws] = Math.exp(logLikelihood[s] - largest);
    }
    double efficiency = EffectiveSize.unsplit(chains) / logLikelihood.length;
    return Double.isNaN(efficiency) ? 1 : efficiency;
  }

  /** Sum of {@link #pointwiseElpd}: the larger, the better the model predicts. */
  public Estimate elpd() {
    return Estimate.sumOf(pointwiseElpd);
  }

  /** Effective number of parameters, p_loo. */
  public Estimate parameters() {
    return Estimate.sumOf(pointwiseParameters);
  }

  /** -2 elpd, on the scale of deviance. */
  public Estimate looic() {
    return elpd().times(-2);
  }

  /** How many observations have a shape above 0.7. */
  public int untrusted() {
    return (int) Arrays.stream(shapes).filter(shape -> !(shape <= TRUSTED)).count();
  }
}
