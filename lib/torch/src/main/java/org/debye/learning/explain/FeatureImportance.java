package org.debye.learning.explain;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.NativeWork;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Batch;
import org.debye.learning.data.BatchPlan;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.layer.Pass;
import org.debye.learning.network.Scorer;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;

/**
 * How a class's score changes with each point of a spectrum: the gradient of the score with respect
 * to the intensities (Simonyan, Vedaldi, Zisserman 2014; section 5.3.3 of Sun's thesis, which sums
 * it over records). With two classes the score is the log odds of the class. In a network over a
 * dataset's frames the score summed is that of all of them. Not thread safe.
 */
public final class FeatureImportance {
  private final Scorer classifier;
  private final Placement placement;
  private final int batchFrames;

  /**
   * Of a classifier whose weights are in place.
   *
   * @param batchFrames spectra that pass at once, at most, but for a longer sequence
   */
  public FeatureImportance(Scorer classifier, Placement placement, int batchFrames) {
    this.classifier = classifier;
    this.placement = placement;
    this.batchFrames = batchFrames;
  }

  /**
   * The gradients of each spectrum.
   *
   * @param of class whose score is asked about
   * @return spectra x points; rows of spectra in no sequence are zero
   */
  public float[][] gradients(Examples examples, int of) {
    int points = examples.spectra().points();
    float[][] gradients = new float[examples.spectra().size()][points];
    Feed feed = new Feed(examples, placement);
    for (int[] batch : BatchPlan.inOrder(examples, batchFrames)) {
      try (NativeWork work = NativeWork.begin()) {
        float[] slopes = slopes(feed.batch(batch), of);
        int row = 0;
        for (int sequence : batch) {
          for (int spectrum : examples.sequences().get(sequence)) {
            System.arraycopy(slopes, row * points, gradients[spectrum], 0, points);
            row++;
          }
        }
      }
    }
    return gradients;
  }

  private float[] slopes(Batch batch, int of) {
    Tensor spectra = batch.spectra();
    spectra.set_requires_grad(true);
    Tensor scores = classifier.smoothScores(spectra, Pass.looking(new Alone()));
    boolean two = scores.size(1) == 1;
    Tensor sum = scores.select(1, two ? 0 : of).sum();
    sum.backward();
    float[] slopes = Numbers.floats(spectra.grad());
    if (two && of == 0) {
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] = -slopes[i];
      }
    }
    return slopes;
  }
}
