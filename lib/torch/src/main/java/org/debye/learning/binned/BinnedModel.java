package org.debye.learning.binned;

import org.debye.learning.data.Examples;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Scorer;
import org.debye.learning.train.Objective;
import org.debye.learning.weight.Placement;

/** A classifier of spectra by their points in bins; trained by the one loop, asked by Predictor. */
public interface BinnedModel extends Scorer {
  /** What it is trained by. Accuracies that training reports are those of points, not spectra. */
  Objective objective(CrossEntropy loss);

  /**
   * What is left to do once training has ended, and before the weights are stored. Every rank may
   * do it by itself: it comes to the same.
   *
   * @param training what was trained on
   * @param batchFrames spectra that pass at once, at most
   */
  void conclude(Placement placement, Examples training, int batchFrames);

  BinSettings settings();
}
