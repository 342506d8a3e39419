package org.debye.evaluation;

/**
 * How many central intervals of one level hold the truth.
 *
 * @param level probability that the intervals claim
 * @param datasets independent datasets
 * @param trials intervals of all datasets
 * @param inside intervals that hold the truth
 * @param effectiveTrials trials that would be worth as much, were they independent
 * @param share inside / trials
 * @param low lower confidence bound of the share
 * @param high upper confidence bound of the share
 */
public record CoverageShare(
    double level,
    long datasets,
    long trials,
    long inside,
    double effectiveTrials,
    double share,
    double low,
    double high) {

  /** Whether the level that the intervals claim lies within the bounds. */
  public boolean agrees() {
    return low <= level && level <= high;
  }
}
