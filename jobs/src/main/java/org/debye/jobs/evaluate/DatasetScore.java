package org.debye.jobs.evaluate;

import java.util.List;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.evaluation.transition.ClassificationConfidence;
import org.debye.evaluation.transition.TransitionBoundary;
import org.jspecify.annotations.Nullable;

/**
 * A model's answers for one dataset beside its labels.
 *
 * @param frames with an answer, ascending
 * @param answers likeliest class of each
 * @param confidence of the answers, all frames together
 * @param boundaries of the answers; places count among {@code frames}
 * @param labelled frames with a label, ascending
 * @param labels class of each of them
 * @param truth boundaries of the labels; places count among {@code labelled}
 * @param scored the frames that count, or null where none does
 */
public record DatasetScore(
    String datasetId,
    String name,
    long[] frames,
    int[] answers,
    ClassificationConfidence confidence,
    List<TransitionBoundary> boundaries,
    long[] labelled,
    int[] labels,
    List<TransitionBoundary> truth,
    @Nullable ClassProbabilities scored) {
  public DatasetScore {
    boundaries = List.copyOf(boundaries);
    truth = List.copyOf(truth);
  }

  /** First frame after the answers' boundary; NaN where there is none between these classes. */
  double boundary(int before, int after) {
    return frame(boundaries, frames, before, after);
  }

  /** First frame after the labels' boundary. */
  double trueBoundary(int before, int after) {
    return frame(truth, labelled, before, after);
  }

  private static double frame(List<TransitionBoundary> all, long[] frames, int before, int after) {
    for (TransitionBoundary one : all) {
      if (one.before() == before && one.after() == after) {
        return frames[Math.min(one.frame(), frames.length - 1)];
      }
    }
    return Double.NaN;
  }
}
