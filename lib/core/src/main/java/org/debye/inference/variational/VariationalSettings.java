package org.debye.inference.variational;

import java.io.Serializable;

/**
 * How a fit runs.
 *
 * @param family of the approximation
 * @param iterations steps of Adam at most, at least 1
 * @param learningRate step size of Adam, above 0
 * @param samplesPerStep draws by which a step's gradient is estimated, at least 1
 * @param initialScale standard deviations at the start, above 0
 * @param iterate which of the iterates is the fit
 * @param stopping whether the fit may end before all iterations
 * @param estimateDraws draws by which the final ELBO and k-hat are estimated, at least 2
 */
public record VariationalSettings(
    Family family,
    int iterations,
    double learningRate,
    int samplesPerStep,
    double initialScale,
    Iterate iterate,
    Stopping stopping,
    int estimateDraws)
    implements Serializable {

  public VariationalSettings {
    require(iterations >= 1, "iterations is " + iterations);
    require(positive(learningRate), "learningRate is " + learningRate);
    require(samplesPerStep >= 1, "samplesPerStep is " + samplesPerStep);
    require(positive(initialScale), "initialScale is " + initialScale);
    require(estimateDraws >= 2, "estimateDraws is " + estimateDraws);
  }

  /**
   * The setting of Hoidn, Mishra and Mehta: mean field, 1,600 steps of 0.005, one draw a step, from
   * standard deviations of 0.1, the last iterate.
   */
  public static VariationalSettings paper() {
    return new VariationalSettings(
        new Family.MeanField(),
        1600,
        0.005,
        1,
        0.1,
        Iterate.LAST,
        new Stopping.AfterIterations(),
        500);
  }

  public VariationalSettings withFamily(Family other) {
    return new VariationalSettings(
        other,
        iterations,
        learningRate,
        samplesPerStep,
        initialScale,
        iterate,
        stopping,
        estimateDraws);
  }

  public VariationalSettings withIterations(int steps) {
    return new VariationalSettings(
        family,
        steps,
        learningRate,
        samplesPerStep,
        initialScale,
        iterate,
        stopping,
        estimateDraws);
  }

  public VariationalSettings withLearningRate(double rate) {
    return new VariationalSettings(
        family, iterations, rate, samplesPerStep, initialScale, iterate, stopping, estimateDraws);
  }

  public VariationalSettings withSamplesPerStep(int samples) {
    return new VariationalSettings(
        family, iterations, learningRate, samples, initialScale, iterate, stopping, estimateDraws);
  }

  public VariationalSettings withIterate(Iterate which) {
    return new VariationalSettings(
        family,
        iterations,
        learningRate,
        samplesPerStep,
        initialScale,
        which,
        stopping,
        estimateDraws);
  }

  public VariationalSettings withStopping(Stopping rule) {
    return new VariationalSettings(
        family,
        iterations,
        learningRate,
        samplesPerStep,
        initialScale,
        iterate,
        rule,
        estimateDraws);
  }

  public VariationalSettings withEstimateDraws(int draws) {
    return new VariationalSettings(
        family, iterations, learningRate, samplesPerStep, initialScale, iterate, stopping, draws);
  }

  private static boolean positive(double x) {
    return x > 0 && x < Double.POSITIVE_INFINITY;
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
