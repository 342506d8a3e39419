package org.debye.simulation.ramp;

/**
 * How labels follow from the truth: before below one share of the new phase, after from another on,
 * during in between. Equal shares leave no frame in between.
 *
 * @param duringFrom share of the new phase, within 0 and 1
 * @param afterFrom at least that, at most 1
 */
public record LabelRule(double duringFrom, double afterFrom) {
  public LabelRule {
    if (!(duringFrom > 0 && duringFrom <= afterFrom && afterFrom <= 1)) {
      throw new IllegalArgumentException(
          "shares must rise within 0 and 1, got " + duringFrom + " and " + afterFrom);
    }
  }

  /** The label of a frame with this share of the new phase. */
  public FrameLabel label(double newShare) {
    return newShare < duringFrom
        ? FrameLabel.BEFORE
        : newShare < afterFrom ? FrameLabel.DURING : FrameLabel.AFTER;
  }
}
