package org.debye.inference.nuts;

/**
 * Dual averaging of the logarithm of the step size. Hoffman and Gelman 2014 (JMLR 15:1593), section
 * 3.2.1, eq 6, with gamma 0.05, t0 10 and kappa 0.75.
 */
final class StepSizeAdaptation {
  private static final double GAMMA = 0.05;
  private static final double T0 = 10;
  private static final double KAPPA = 0.75;

  private final double target;
  private double centre;
  private double meanError;
  private double averaged;
  private int count;

  StepSizeAdaptation(double target) {
    this.target = target;
  }

  /** Starts anew, drawn towards ten times this step size. */
  void restart(double stepSize) {
    centre = Math.log(10 * stepSize);
    meanError = 0;
    averaged = 0;
    count = 0;
  }

  /** The step size to try next, after a trajectory with this acceptance statistic. */
  double learn(double acceptance) {
    count++;
    double weight = 1 / (count + T0);
    meanError = (1 - weight) * meanError + weight * (target - Math.min(1, acceptance));
    double log = centre - meanError * Math.sqrt(count) / GAMMA;
    double share = Math.pow(count, -KAPPA);
    averaged = (1 - share) * averaged + share * log;
    return Math.exp(log);
  }

  /** The step size to stay with, or this one where none was learnt. */
  double settled(double otherwise) {
    return count == 0 ? otherwise : Math.exp(averaged);
  }
}
