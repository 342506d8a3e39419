package org.debye.learning.probe;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.debye.evaluation.peak.NumberScore;
import org.debye.evaluation.peak.PositionScore;
import org.debye.evaluation.peak.RegionScore;

/**
 * What is predicted of frames' peaks.
 *
 * @param numbers of peaks of each frame
 * @param positions of each frame, ascending or not
 * @param regions of each frame, point by point
 */
public record PeakAnswers(int[] numbers, double[][] positions, boolean[][] regions) {
  private static final double IN_PEAK = 0.5;

  /** How the three layers learn. */
  public record Settings(HeadSettings number, HeadSettings position, HeadSettings region) {}

  /**
   * By three linear layers on representations.
   *
   * @param truth of the frames learnt from
   * @param most peaks that a frame may have: the number of positions that are answered
   */
  public static PeakAnswers of(LinearProbe probe, PeakTruth truth, int most, Settings settings) {
    return new PeakAnswers(
        probe.classes(truth.numbers(), Math.max(2, most + 1), settings.number()),
        probe.values(truth.positionTargets(most), true, settings.position()),
        within(probe.values(truth.regionTargets(), false, settings.region())));
  }

  /**
   * By who has seen no spectrum: the most frequent number, the mean of each position, and the
   * points that are in a peak of more than half of the frames.
   *
   * @param frames that are answered for
   */
  public static PeakAnswers blind(PeakTruth truth, int most, int frames) {
    int[] counts = new int[most + 1];
    IntStream.of(truth.numbers()).forEach(number -> counts[number]++);
    int frequent = 0;
    for (int number = 1; number <= most; number++) {
      frequent = counts[number] > counts[frequent] ? number : frequent;
    }
    int[] numbers = new int[frames];
    Arrays.fill(numbers, frequent);
    double[][] positions = new double[frames][];
    Arrays.fill(positions, truth.positionTargets(most).means());
    double[][] shares = new double[frames][];
    Arrays.fill(shares, truth.regionTargets().means());
    return new PeakAnswers(numbers, positions, within(shares));
  }

  private static boolean[][] within(double[][] values) {
    boolean[][] within = new boolean[values.length][];
    for (int f = 0; f < values.length; f++) {
      within[f] = new boolean[values[f].length];
      for (int p = 0; p < values[f].length; p++) {
        within[f][p] = values[f][p] > IN_PEAK;
      }
    }
    return within;
  }

  /**
   * How good they are.
   *
   * @param truth of all frames answered for
   * @param from first frame that counts
   * @param to behind the last
   */
  public PeakScores scores(PeakTruth truth, int from, int to) {
    PositionScore position = PositionScore.NONE;
    RegionScore region = RegionScore.NONE;
    for (int f = from; f < to; f++) {
      position = position.plus(PositionScore.of(truth.positions(f), positions[f]));
      region = region.plus(RegionScore.of(truth.region(f), regions[f]));
    }
    return new PeakScores(
        NumberScore.of(
            Arrays.copyOfRange(truth.numbers(), from, to), Arrays.copyOfRange(numbers, from, to)),
        position,
        region);
  }

  /** Scores of the three. */
  public record PeakScores(NumberScore number, PositionScore position, RegionScore region) {}
}
