package org.debye.simulation.ramp;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be known of a dataset's labels: those that follow from {@link ShareOracle}'s shares by
 * the sample's rule, against the truth.
 *
 * @param accuracy share of the frames with the right label
 * @param onsetError frames between the estimated and the true end of before
 * @param completionError frames between the estimated and the true beginning of after
 * @param shareError root mean square error of the share of the new phase
 */
public record OracleScore(double accuracy, int onsetError, int completionError, double shareError) {

  /** Scores all frames of a ramp, in parallel. */
  public static OracleScore of(SimulatedRamp ramp) {
    ShareOracle oracle = new ShareOracle(ramp);
    List<Double> shares =
        IntStream.range(0, ramp.dataset().frames())
            .parallel()
            .mapToObj(frame -> oracle.estimate(frame, ramp.spectrum(frame)).newShare())
            .toList();
    return of(ramp.dataset(), shares);
  }

  /**
   * Scores estimated shares.
   *
   * @param shares of the new phase, one a frame
   */
  static OracleScore of(RampDataset dataset, List<Double> shares) {
    LabelRule rule = dataset.sample().rule();
    int right = 0;
    double square = 0;
    FrameLabel[] found = new FrameLabel[shares.size()];
    FrameLabel[] truth = new FrameLabel[shares.size()];
    for (int frame = 0; frame < found.length; frame++) {
      FrameTruth known = dataset.truth(frame);
      double error = shares.get(frame) - known.newShare();
      square += error * error;
      found[frame] = rule.label(shares.get(frame));
      truth[frame] = known.label();
      right += found[frame] == truth[frame] ? 1 : 0;
    }
    return new OracleScore(
        (double) right / found.length,
        Math.abs(boundary(found, FrameLabel.DURING) - boundary(truth, FrameLabel.DURING)),
        Math.abs(boundary(found, FrameLabel.AFTER) - boundary(truth, FrameLabel.AFTER)),
        Math.sqrt(square / found.length));
  }

  /**
   * The frame at which a label or a later one begins: of all places the one that the fewest frames
   * contradict, the first of equals.
   */
  static int boundary(FrameLabel[] labels, FrameLabel from) {
    int contradicting = 0;
    for (FrameLabel label : labels) {
      contradicting += label.compareTo(from) < 0 ? 1 : 0;
    }
    int fewest = contradicting;
    int best = 0;
    for (int place = 1; place <= labels.length; place++) {
      contradicting += labels[place - 1].compareTo(from) < 0 ? -1 : 1;
      if (contradicting < fewest) {
        fewest = contradicting;
        best = place;
      }
    }
    return best;
  }
}
