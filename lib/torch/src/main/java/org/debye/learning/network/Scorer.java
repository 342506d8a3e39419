package org.debye.learning.network;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.layer.Pass;

/** What scores the classes of spectra: what predicts with and explains a model asks of it. */
public interface Scorer {
  int classes();

  /**
   * Scores before the logistic function or softmax; for two classes one, the log odds of the
   * second.
   *
   * @param spectra (S, L, n)
   * @return (S L, outputs), row by row in the order of sequences and frames
   */
  Tensor scores(Tensor spectra, Pass pass);

  /** Scores that have a gradient everywhere: others only where the scores are counted votes. */
  default Tensor smoothScores(Tensor spectra, Pass pass) {
    return scores(spectra, pass);
  }
}
