package org.debye.inference.draws;

/**
 * What a Stan CSV file says of the run in its comments.
 *
 * @param model name of the model, one word
 * @param chain number, from 1
 * @param warmup iterations before the first draw
 * @param maxDepth limit to a tree's depth
 * @param targetAcceptance acceptance that the step size was adapted to
 * @param metric one word; Stan's are {@code unit_e}, {@code diag_e}, {@code dense_e}
 * @param seed of the run
 * @param warmupSeconds time of the warm-up
 * @param samplingSeconds time of the draws
 */
public record StanRun(
    String model,
    int chain,
    int warmup,
    int maxDepth,
    double targetAcceptance,
    String metric,
    long seed,
    double warmupSeconds,
    double samplingSeconds) {

  public StanRun {
    if (!model.matches("\\w+") || !metric.matches("\\w+")) {
      throw new IllegalArgumentException("not one word: " + model + " or " + metric);
    }
    if (chain < 1 || warmup < 0) {
      throw new IllegalArgumentException("chain " + chain + ", warmup " + warmup);
    }
  }
}
