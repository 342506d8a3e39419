package org.debye.learning.binned;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.NativeWork;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Batch;
import org.debye.learning.data.BatchPlan;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.layer.Pass;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;

/**
 * How well the network of each bin tells the classes of points apart, A_b (Sun's thesis, section
 * 4.1). The thesis takes the training spectra; validation spectra of other datasets tell more.
 */
public final class Separability {
  private Separability() {}

  /**
   * A_b of each bin: the share of points in it that get their spectrum's class.
   *
   * @param examples with known classes
   * @param batchFrames spectra that pass at once, at most
   */
  public static double[] of(
      BinnedEnsemble ensemble, Placement placement, Examples examples, int batchFrames) {
    double[] right = new double[ensemble.settings().bins()];
    double points = 0;
    Feed feed = new Feed(examples, placement);
    for (int[] part : BatchPlan.inOrder(examples, batchFrames)) {
      try (NativeWork work = NativeWork.begin();
          NoGradGuard plain = new NoGradGuard()) {
        Batch batch = feed.batch(part);
        Tensor predicted = ensemble.pointClasses(batch.spectra(), Pass.looking(new Alone()));
        Tensor labels =
            Tensor.create(batch.labels()).to(predicted.device(), predicted.scalar_type());
        double[] counts = Numbers.doubles(predicted.eq(labels.view(1, -1, 1)).sum(1, 2));
        for (int b = 0; b < right.length; b++) {
          right[b] += counts[b];
        }
        points += (double) batch.labels().length * predicted.size(2);
      }
    }
    for (int b = 0; b < right.length; b++) {
      right[b] /= points;
    }
    return right;
  }
}
