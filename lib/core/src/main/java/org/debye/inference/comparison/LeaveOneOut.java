package org.debye.inference.comparison;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
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
 * @param pointwiseErrors Monte Carlo standard error of each elpd: how far it would be off with
 *     other draws of the same posterior. Not to be trusted where the elpd is not
 */
public record LeaveOneOut(
    double[] pointwiseElpd,
    double[] pointwiseParameters,
    double[] shapes,
    double[] effectiveSizes,
    double[] pointwiseErrors) {
  private static final double TRUSTED = 0.7;
  private static final int QUANTILES = 1000;
  private static final double[] NORMAL = normal();

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
    double[] errors = new double[n];
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
      errors[i] = error(logLikelihood, weights, elpd[i]) / Math.sqrt(efficiency);
    }
    return new LeaveOneOut(elpd, parameters, shapes, sizes, errors);
  }

  /** At the quantiles (r - 3/8) / (S + 1/4), r = 1 .. S, Blom's expected order statistics. */
  private static double[] normal() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double[] quantiles = new double[QUANTILES];
    Arrays.setAll(
        quantiles, r -> normal.inverseCumulativeProbability((r + 0.625) / (QUANTILES + 0.25)));
    return quantiles;
  }

  /**
   * As if draws were independent. The estimate p of exp(elpd) has the variance sum w^2 (p(y_i |
   * theta) - p)^2; that of its logarithm is taken over a normal of this width, cut at zero. In
   * units of p.
   */
  private static double error(double[] logLikelihood, double[] weights, double elpd) {
    double variance = 0;
    for (int s = 0; s < weights.length; s++) {
      double deviation = Math.expm1(logLikelihood[s] - elpd);
      variance += Math.exp(2 * weights[s]) * deviation * deviation;
    }
    double width = Math.sqrt(variance);
    double[] logs = Arrays.stream(NORMAL).map(z -> 1 + width * z).filter(p -> p > 0).toArray();
    Arrays.setAll(logs, r -> Math.log(logs[r]));
    double mean = Arrays.stream(logs).average().orElse(Double.NaN);
    double squares = Arrays.stream(logs).map(l -> (l - mean) * (l - mean)).sum();
    return Math.sqrt(squares / (logs.length - 1));
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

  /**
   * Monte Carlo standard error of {@link #elpd}, mcse_elpd_loo: for lack of more or other draws,
   * not of more observations. None where a shape is above 0.7, as there it has no bound.
   */
  public OptionalDouble monteCarloError() {
    return untrusted() > 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(Arrays.stream(pointwiseErrors).map(e -> e * e).sum()));
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
