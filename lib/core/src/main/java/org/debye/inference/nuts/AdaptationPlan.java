package org.debye.inference.nuts;

/** When warm-up changes the metric. */
public sealed interface AdaptationPlan {

  /**
   * Stan's windows: 75 draws for the step size, windows of 25, 50, 100 .., 50 for the step size.
   */
  AdaptationPlan STAN = new Windows(75, 25, 50);

  /** The running estimators of nutpie: early part 30 %, last part 15 %, switches at 10 and 80. */
  AdaptationPlan NUTPIE = new Running(0.3, 0.15, 10, 80);

  /**
   * Windows that double in length; the metric changes at the end of each, from the draws of that
   * window alone, and the step size is sought anew. The last window absorbs what is too short for
   * another. Where the three do not fit in the warm-up, it is split 15 %, 75 % and 10 %, and below
   * 20 iterations the metric does not adapt (Stan Reference Manual, HMC algorithm parameters).
   *
   * @param initial iterations before the first window
   * @param first length of the first window
   * @param last iterations after the last window
   */
  record Windows(int initial, int first, int last) implements AdaptationPlan {
    public Windows {
      if (initial < 0 || first < 1 || last < 0) {
        throw new IllegalArgumentException("windows " + initial + ", " + first + ", " + last);
      }
    }
  }

  /**
   * A foreground estimator that is used at every iteration, and a background one that replaces it,
   * and starts anew, as soon as it has seen enough draws.
   *
   * @param early share of the warm-up in which the background takes over sooner
   * @param last share of the warm-up, at its end, in which only the step size adapts
   * @param earlySwitch draws that the background must have seen in the early part
   * @param lateSwitch draws that it must have seen after that
   */
  record Running(double early, double last, int earlySwitch, int lateSwitch)
      implements AdaptationPlan {
    public Running {
      if (!(early >= 0 && last >= 0 && early + last <= 1) || earlySwitch < 3 || lateSwitch < 3) {
        throw new IllegalArgumentException(
            "running " + early + ", " + last + ", " + earlySwitch + ", " + lateSwitch);
      }
    }
  }
}
