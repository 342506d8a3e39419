package org.debye.unmixing.posterior;

import java.util.List;
import org.debye.inference.draws.ChainDraws;

/**
 * What one start of inference found.
 *
 * @param layout of each draw's globals
 * @param draws globals in the sampler's own labels; of a variational fit the statistics hold the
 *     log density alone, the rest is NaN, 0 or false
 * @param logLikelihood of all observations given all parameters, one entry a draw
 * @param relabelling labels for the draws that make them one mode
 * @param abundances evenly spaced draws of the abundances
 * @param report what the method says of itself
 * @param flags what makes the result doubtful
 * @param cost what it took
 */
public record StartFit(
    GlobalsLayout layout,
    ChainDraws draws,
    double[] logLikelihood,
    Relabelling relabelling,
    AbundanceDraws abundances,
    StartReport report,
    List<StartFlag> flags,
    Cost cost) {

  public StartFit {
    if (draws.variables().size() != layout.width()
        || logLikelihood.length != draws.draws()
        || relabelling.draws() != draws.draws()) {
      throw new IllegalArgumentException("parts of different fits");
    }
    flags = List.copyOf(flags);
  }

  /**
   * What a start took.
   *
   * @param cpuSeconds of the thread that ran it
   * @param gradients evaluations of log density and gradient
   */
  public record Cost(double cpuSeconds, long gradients) {}

  /** The globals under this fit's labels, draws x width row major. */
  public double[] relabelled() {
    return relabelling.apply(draws.values());
  }

  /** What is needed to compare this start with others. */
  public StartSummary summary() {
    return StartSummary.of(layout, relabelled(), logLikelihood);
  }
}
