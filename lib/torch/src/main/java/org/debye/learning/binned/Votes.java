package org.debye.learning.binned;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Votes for classes, counted and turned into scores. */
final class Votes {
  private Votes() {}

  /**
   * How many of a spectrum's points are of each class.
   *
   * @param predicted class of each point, (G, R, N)
   * @return (classes, G, R), in double precision
   */
  static Tensor counts(Tensor predicted, int classes) {
    TensorVector counts = new TensorVector();
    for (int k = 0; k < classes; k++) {
      counts.push_back(predicted.eq(new Scalar(k)).sum(2));
    }
    return torch.stack(counts, 0).to(ScalarType.Double);
  }

  /**
   * Scores whose logistic function or softmax is each class's part of the votes; all alike where
   * nobody has voted.
   *
   * @param votes (R, classes)
   * @return (R, 1) for two classes, else (R, classes)
   */
  static Tensor scores(Tensor votes) {
    Tensor none = votes.sum(new long[] {1}, true, new ScalarTypeOptional()).eq(new Scalar(0));
    Tensor logs = votes.masked_fill(none, new Scalar(1.0)).log();
    return votes.size(1) == 2 ? difference(logs) : logs;
  }

  /** The class with the highest score, along a dimension; of equal ones the first. */
  static Tensor likeliest(Tensor scores, long dimension) {
    return scores.argmax(new LongOptional(dimension), false);
  }

  /** Of (R, 2) the second less the first, (R, 1). */
  static Tensor difference(Tensor scores) {
    return scores.narrow(1, 1, 1).sub(scores.narrow(1, 0, 1));
  }
}
