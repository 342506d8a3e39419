package org.debye.inference.nuts;

/**
 * The generalised no-U-turn criterion (Betancourt 2017, arXiv:1701.02434, appendix A.4.2): a
 * stretch goes on while its momentum sum has a positive product with the velocities at both of its
 * ends. Two further stretches are judged where two are joined: the earlier one with the first point
 * of the later, and the last point of the earlier one with the later, as Stan does since 2.21;
 * without them a trajectory whose halves each close a circle is not seen to turn.
 */
final class TurnCriterion {
  private TurnCriterion() {}

  /**
   * Whether the union of two adjacent stretches, and the two overlaps, go on.
   *
   * @param sum n, overwritten with the union's momentum sum; neither stretch's own
   */
  static boolean goesOn(Subtree early, Subtree late, double[] sum) {
    if (early.single && late.single) {
      return pairGoesOn(early, late, sum);
    }
    double[] earlySum = early.sum();
    double[] lateSum = late.sum();
    double[] start = early.firstVelocity;
    double[] end = late.endVelocity();
    double[] earlyEndVelocity = early.endVelocity();
    double[] earlyEndMomentum = early.endMomentum();
    double[] lateStartVelocity = late.firstVelocity;
    double[] lateStartMomentum = late.firstMomentum;
    double wholeStart = 0;
    double wholeEnd = 0;
    double earlyStart = 0;
    double earlyEnd = 0;
    double lateStart = 0;
    double lateEnd = 0;
    for (int i = 0; i < sum.length; i++) {
      double whole = earlySum[i] + lateSum[i];
      double earlier = earlySum[i] + lateStartMomentum[i];
      double later = lateSum[i] + earlyEndMomentum[i];
      sum[i] = whole;
      wholeStart += start[i] * whole;
      wholeEnd += end[i] * whole;
      earlyStart += start[i] * earlier;
      earlyEnd += lateStartVelocity[i] * earlier;
      lateStart += earlyEndVelocity[i] * later;
      lateEnd += end[i] * later;
    }
    return wholeStart > 0
        && wholeEnd > 0
        && earlyStart > 0
        && earlyEnd > 0
        && lateStart > 0
        && lateEnd > 0;
  }

  /** Of two points the overlaps are the union. */
  private static boolean pairGoesOn(Subtree early, Subtree late, double[] sum) {
    double[] first = early.firstMomentum;
    double[] second = late.firstMomentum;
    double atStart = 0;
    double atEnd = 0;
    for (int i = 0; i < sum.length; i++) {
      double both = first[i] + second[i];
      sum[i] = both;
      atStart += early.firstVelocity[i] * both;
      atEnd += late.firstVelocity[i] * both;
    }
    return atStart > 0 && atEnd > 0;
  }
}
