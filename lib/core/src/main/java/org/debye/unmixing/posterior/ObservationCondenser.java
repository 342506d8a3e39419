package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.debye.numeric.TchakaloffWeights;
import org.debye.spectra.mixing.Observations;

/**
 * Finds few observations, with weights, that stand for all ({@link TchakaloffWeights}): sums of all
 * polynomials up to a degree, and log densities at some draws of the globals, are those of all. The
 * log density of an observation in noise is smooth, and hardly leaves the span of these functions
 * while the globals are where those draws are. Elsewhere the few may say anything, so what a chain
 * on them has seen is learnt too if it lacks too much there.
 */
final class ObservationCondenser {
  /** Observations for each of which one draw is learnt from to begin with. */
  private static final int LEARNT = 8;

  /** The same of polynomials. */
  private static final int POLYNOMIALS = 5;

  /** Observations of which it is not worth to take fewer. */
  private static final int LEAST = 40;

  /** Few are at most one in so many. */
  private static final int FEW = 2;

  /** Draws at which the few are compared with all where they have learnt. */
  private static final int COMPARED = 12;

  /** Of what a chain has seen, one in so many is learnt. */
  private static final int BETWEEN = 2;

  private final Observations observed;
  private final ObservationFunctions functions;
  private final MarginalDensity whole;
  private final MarginalDensity target;
  private final double[][] seen;
  private final List<double[]> logs = new ArrayList<>();

  /**
   * @param rules on all observations: of what is followed, and of what it is held against
   * @param seen draws of the globals, from which it is learnt at once
   */
  ObservationCondenser(MixingDensity joint, Integration rules, double[][] seen) {
    observed = joint.observations();
    functions = new ObservationFunctions(observed, observed.count() / POLYNOMIALS);
    whole = MarginalDensity.of(joint, rules.walked());
    target = MarginalDensity.of(joint, rules.target());
    this.seen = seen;
    for (double[] draw : seen) {
      whole.logsOfObservations(draw).ifPresent(logs::add);
    }
  }

  /** Draws that it should begin with. */
  static int draws(MixingDensity joint) {
    return joint.observations().count() / LEARNT;
  }

  /** Observations that stand for all where it has learnt; empty where they are not few. */
  Optional<WeightedObservations> few() {
    double[][] kept = functions.with(logs);
    return observed.count() < LEAST || FEW * kept.length > observed.count()
        ? Optional.empty()
        : TchakaloffWeights.of(kept, observed.count())
            .map(weights -> WeightedObservations.of(observed, weights));
  }

  /**
   * Root mean square of what a density on few observations lacks of the target's, up to a constant,
   * where it has led.
   *
   * @param walked draws of it, by nothing corrected
   */
  double strays(MarginalDensity few, double[][] walked) {
    double offset = 0;
    for (int at = 0; at < COMPARED; at++) {
      offset += lacks(few, seen[at * seen.length / COMPARED]) / COMPARED;
    }
    double squares = 0;
    for (double[] draw : walked) {
      double strays = lacks(few, draw) - offset;
      squares += strays * strays / walked.length;
    }
    return Math.sqrt(squares);
  }

  private double lacks(MarginalDensity few, double[] draw) {
    return target.logDensity(draw) - few.logDensity(draw);
  }

  /** Learns from some of those draws. */
  void learn(double[][] walked) {
    for (int draw = 0; draw < walked.length; draw += BETWEEN) {
      whole.logsOfObservations(walked[draw]).ifPresent(logs::add);
    }
  }
}
