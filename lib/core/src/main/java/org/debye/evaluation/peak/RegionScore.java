package org.debye.evaluation.peak;

/**
 * Points that are predicted to be in a peak beside those that are.
 *
 * @param points compared
 * @param right of them in both or in neither
 * @param both in a true and in a predicted region
 */
public record RegionScore(long points, long right, long both) {
  /** Nothing compared. */
  public static final RegionScore NONE = new RegionScore(0, 0, 0);

  /** Of one frame. */
  public static RegionScore of(boolean[] truth, boolean[] predicted) {
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(predicted.length + " answers for " + truth.length);
    }
    long right = 0;
    long both = 0;
    for (int i = 0; i < truth.length; i++) {
      right += truth[i] == predicted[i] ? 1 : 0;
      both += truth[i] && predicted[i] ? 1 : 0;
    }
    return new RegionScore(truth.length, right, both);
  }

  /** Of both together. */
  public RegionScore plus(RegionScore other) {
    return new RegionScore(points + other.points, right + other.right, both + other.both);
  }

  /** Share of points that are told rightly. */
  public double accuracy() {
    return (double) right / points;
  }

  /**
   * Points in both regions over points in either (Jaccard): what accuracy hides where most points
   * are in no peak. 1 where there is no region at all.
   */
  public double overlap() {
    long either = points - right + both;
    return either == 0 ? 1 : (double) both / either;
  }
}
