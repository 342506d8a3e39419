package org.debye.learning.binned;

import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Scorer;
import org.debye.learning.train.Objective;

/** A classifier of spectra by their points in bins; trained by the one loop, asked by Predictor. */
public interface BinnedModel extends Scorer {
  /** What it is trained by. Accuracies that training reports are those of points, not spectra. */
  Objective objective(CrossEntropy loss);

  BinSettings settings();
}
