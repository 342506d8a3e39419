package org.debye.inference.variational;

import java.util.Arrays;
import org.debye.inference.LogDensity;
import org.debye.numeric.RandomStream;

/** One run of the optimiser, with its workspace. */
final class ElboAscent {
  private static final int MOST_IN_A_ROW = 10;
  private static final double MOST_SKIPPED = 0.1;

  private final LogDensity density;
  private final NormalFamily family;
  private final VariationalSettings settings;
  private final RandomStream random;
  private final double[] parameters;
  private final double[] gradient;
  private final double[] noise;
  private final double[] position;
  private final double[] slope;
  private final double[] trace;
  private final double[] mean;
  private int averaged;
  private int skipped;
  private int skippedInARow;
  private long gradients;

  ElboAscent(
      LogDensity density, NormalFamily family, VariationalSettings settings, RandomStream random) {
    this.density = density;
    this.family = family;
    this.settings = settings;
    this.random = random;
    parameters = new double[family.parameters()];
    gradient = new double[family.parameters()];
    noise = new double[family.noise()];
    position = new double[family.dimension()];
    slope = new double[family.dimension()];
    trace = new double[settings.iterations()];
    mean = new double[settings.iterate() == Iterate.LAST ? 0 : family.parameters()];
  }

  VariationalFit run(double[] initial) {
    family.start(initial, settings.initialScale(), random, parameters);
    Adam adam = new Adam(parameters.length, settings.learningRate());
    int done = 0;
    while (done < trace.length && !flat(done)) {
      trace[done++] = step(adam);
      if (skippedInARow >= MOST_IN_A_ROW || skipped > MOST_SKIPPED * trace.length) {
        return new VariationalFit.Failed(
            VariationalFault.DENSITY_NOT_FINITE,
            skipped + " of " + done + " steps had a draw without a finite density or gradient");
      }
      note(done);
    }
    return finished(done);
  }

  /** The ELBO estimated before the step; NaN of a step that was left out. */
  private double step(Adam adam) {
    family.prepare(parameters);
    Arrays.fill(gradient, 0);
    double logDensity = 0;
    for (int sample = 0; sample < settings.samplesPerStep(); sample++) {
      draw();
      double value = density.evaluate(position, slope);
      gradients++;
      if (!Double.isFinite(value) || !finite(slope)) {
        skipped++;
        skippedInARow++;
        return Double.NaN;
      }
      logDensity += value;
      family.pullBack(noise, slope, gradient);
    }
    double samples = settings.samplesPerStep();
    for (int i = 0; samples > 1 && i < gradient.length; i++) {
      gradient[i] /= samples;
    }
    skippedInARow = 0;
    double elbo = logDensity / samples + family.entropy();
    family.addEntropyGradient(gradient);
    adam.ascend(gradient, parameters);
    return elbo;
  }

  private void draw() {
    Ziggurat.fill(random, noise);
    family.map(noise, position);
  }

  /** A sum is not finite if a term is not; finite terms of this size do not overflow. */
  private static boolean finite(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * 0;
    }
    return sum == 0;
  }

  private void note(int done) {
    if (mean.length == 0 || 2 * done <= trace.length) {
      return;
    }
    averaged++;
    for (int i = 0; i < mean.length; i++) {
      mean[i] += (parameters[i] - mean[i]) / averaged;
    }
  }

  private boolean flat(int done) {
    return settings.stopping() instanceof Stopping.WhenFlat rule
        && done % rule.window() == 0
        && done >= 2 * rule.window()
        && rising(ElboRise.of(trace, done, rule.window())) < rule.standardErrors();
  }

  private static double rising(ElboRise rise) {
    return rise.value() / rise.standardError();
  }

  private VariationalFit finished(int done) {
    double[] fitted = averaged > 0 ? mean : parameters;
    if (!finite(fitted)) {
      return new VariationalFit.Failed(
          VariationalFault.DIVERGED, "a parameter is not finite after " + done + " steps");
    }
    family.prepare(fitted);
    Ended ended = done < trace.length ? Ended.FLAT : Ended.ITERATIONS;
    ElboEstimate elbo = ElboEstimator.estimate(density, family, settings.estimateDraws(), random);
    gradients += settings.estimateDraws();
    return new Fitted(
        family,
        fitted,
        Arrays.copyOf(trace, done),
        elbo,
        new Fitted.Run(ended, gradients, skipped));
  }
}
