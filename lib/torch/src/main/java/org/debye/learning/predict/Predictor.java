package org.debye.learning.predict;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.NoGradGuard;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.learning.NativeWork;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.BatchPlan;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.layer.Pass;
import org.debye.learning.network.Scorer;
import org.debye.learning.network.Scores;
import org.debye.learning.weight.Placement;
import org.jspecify.annotations.Nullable;

/**
 * A classifier that no longer learns. Sequences stay whole: what a network over a dataset's frames
 * says of a frame depends on the others. Not thread safe.
 */
public final class Predictor {
  private final Scorer classifier;
  private final Placement placement;
  private final int batchFrames;

  /**
   * Of a classifier whose weights are in place.
   *
   * @param batchFrames spectra that pass at once, at most, but for a longer sequence
   */
  public Predictor(Scorer classifier, Placement placement, int batchFrames) {
    this.classifier = classifier;
    this.placement = placement;
    this.batchFrames = batchFrames;
  }

  /** Beside the classes that the examples have, those in a sequence. */
  public ClassProbabilities probabilities(Examples examples) {
    @Nullable Prediction[] predictions = predict(examples);
    int[] asked = examples.sequences().stream().flatMapToInt(Arrays::stream).toArray();
    int classes = classifier.classes();
    int[] truth = new int[asked.length];
    double[] values = new double[asked.length * classes];
    for (int i = 0; i < asked.length; i++) {
      truth[i] = examples.labels()[asked[i]];
      double[] row = Objects.requireNonNull(predictions[asked[i]]).probabilities();
      System.arraycopy(row, 0, values, i * classes, classes);
    }
    return new ClassProbabilities(classes, truth, values);
  }

  /** By the number of the spectrum; null for one that is in no sequence. */
  public @Nullable Prediction[] predict(Examples examples) {
    @Nullable Prediction[] predictions = new @Nullable Prediction[examples.spectra().size()];
    Feed feed = new Feed(examples, placement);
    List<int[]> batches = BatchPlan.inOrder(examples, batchFrames);
    for (int[] batch : batches) {
      try (NativeWork work = NativeWork.begin();
          NoGradGuard plain = new NoGradGuard()) {
        Scores scores =
            Scores.of(classifier.scores(feed.batch(batch).spectra(), Pass.looking(new Alone())));
        int row = 0;
        for (int sequence : batch) {
          for (int spectrum : examples.sequences().get(sequence)) {
            predictions[spectrum] =
                new Prediction(scores.likeliest(row), scores.probabilities(row));
            row++;
          }
        }
      }
    }
    return predictions;
  }
}
