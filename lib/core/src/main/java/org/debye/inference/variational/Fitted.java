package org.debye.inference.variational;

import java.util.Arrays;
import org.debye.numeric.RandomStream;

/**
 * The normal distribution that was found, and how it was found. Not thread safe: it holds the
 * workspace of its family.
 */
public final class Fitted implements VariationalFit {

  /**
   * How the optimisation went.
   *
   * @param ended why it ended
   * @param gradients evaluations of the density, those of the final estimate among them
   * @param skipped steps left out for a density or gradient that was not finite
   */
  public record Run(Ended ended, long gradients, int skipped) {}

  private final NormalFamily family;
  private final double[] parameters;
  private final double[] trace;
  private final ElboEstimate elbo;
  private final Run run;
  private final double[] noise;

  Fitted(NormalFamily family, double[] parameters, double[] trace, ElboEstimate elbo, Run run) {
    this.family = family;
    this.parameters = parameters;
    this.trace = trace;
    this.elbo = elbo;
    this.run = run;
    noise = new double[family.noise()];
  }

  public int dimension() {
    return family.dimension();
  }

  /** Means of the coordinates. */
  public double[] mean() {
    return Arrays.copyOf(parameters, family.dimension());
  }

  /** Standard deviations of the coordinates. */
  public double[] standardDeviations() {
    double[] sd = new double[family.dimension()];
    family.standardDeviations(sd);
    return sd;
  }

  /**
   * One independent draw.
   *
   * @param position unconstrained coordinates; overwritten
   */
  public void draw(RandomStream random, double[] position) {
    Ziggurat.fill(random, noise);
    family.map(noise, position);
  }

  /** log q of a position, normalised. */
  public double logDensity(double[] position) {
    return family.logDensity(position);
  }

  /** Entropy of the distribution. */
  public double entropy() {
    return family.entropy();
  }

  /** The ELBO before each step by the step's own draws; NaN of a step that was left out. */
  public double[] trace() {
    return trace.clone();
  }

  /** How much the ELBO rose from the third to the last quarter of the steps. */
  public ElboRise rise() {
    return ElboRise.ofQuarters(trace);
  }

  /** The final ELBO and the Pareto shape. */
  public ElboEstimate elbo() {
    return elbo;
  }

  public Run run() {
    return run;
  }
}
