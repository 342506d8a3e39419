package org.debye.jobs.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.debye.evaluation.transition.ChangePoint;
import org.debye.evaluation.transition.ClassificationConfidence;
import org.debye.evaluation.transition.TransitionBoundary;
import org.debye.jobs.scene.SceneInput;
import org.debye.spectra.mixing.Observations;

/**
 * The clusters of one dataset along its frames.
 *
 * @param from place of its first spectrum among all
 * @param frames their numbers in the dataset
 * @param boundaries in the order of the series; places count from its first spectrum
 * @param changes where the scores change about each boundary; empty for too few frames
 */
record Series(
    String datasetId,
    int from,
    long[] frames,
    ClassificationConfidence confidence,
    List<TransitionBoundary> boundaries,
    List<Optional<ChangePoint>> changes) {

  Series {
    boundaries = List.copyOf(boundaries);
    changes = List.copyOf(changes);
  }

  /** The datasets of an input, whose spectra lie together and in the order of their frames. */
  static List<Series> of(
      SceneInput input, int[] labels, Observations scores, TransitionConfig config) {
    List<Series> all = new ArrayList<>();
    for (Series one : ofLabels(input, labels)) {
      List<Optional<ChangePoint>> changes = new ArrayList<>();
      for (int b = 0; b < one.boundaries.size(); b++) {
        int begin = b == 0 ? 0 : one.boundaries.get(b - 1).frame();
        boolean last = b + 1 == one.boundaries.size();
        int end = last ? one.frames.length : one.boundaries.get(b + 1).frame();
        changes.add(change(scores, one.from + begin, one.from + end, begin, config));
      }
      all.add(
          new Series(one.datasetId, one.from, one.frames, one.confidence, one.boundaries, changes));
    }
    return all;
  }

  /** The same by labels alone. */
  static List<Series> ofLabels(SceneInput input, int[] labels) {
    List<Series> series = new ArrayList<>();
    int from = 0;
    while (from < labels.length) {
      String id = input.places().get(from).datasetId();
      int to = from;
      while (to < labels.length && input.places().get(to).datasetId().equals(id)) {
        to++;
      }
      int start = from;
      long[] frames = new long[to - from];
      Arrays.setAll(frames, i -> input.places().get(start + i).frame());
      int[] own = Arrays.copyOfRange(labels, from, to);
      series.add(
          new Series(
              id,
              from,
              frames,
              ClassificationConfidence.of(own),
              TransitionBoundary.of(own),
              List.of()));
      from = to;
    }
    return series;
  }

  /** Of the stretch between the neighbouring boundaries, its frames counted from the series'. */
  private static Optional<ChangePoint> change(
      Observations scores, int from, int to, int begin, TransitionConfig config) {
    int n = to - from;
    if (n < ChangePoint.fewest(config.trend())) {
      return Optional.empty();
    }
    int all = scores.dimensions();
    int d = Math.min(config.components(), all);
    double[] part = new double[n * d];
    for (int i = 0; i < n; i++) {
      System.arraycopy(scores.values(), (from + i) * all, part, i * d, d);
    }
    ChangePoint found = ChangePoint.of(new Observations(n, d, part), config.trend());
    return Optional.of(
        new ChangePoint(found.first() + begin, found.probabilities(), found.autocorrelations()));
  }

  /** Number of the frame at a place. */
  long frame(int place) {
    return frames[Math.min(place, frames.length - 1)];
  }
}
