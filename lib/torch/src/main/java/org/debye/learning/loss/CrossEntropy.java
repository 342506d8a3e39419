package org.debye.learning.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * Minus the log probability of the true class, summed over records. For two classes the model has
 * one score, the log odds of the second, and this is the binary cross entropy.
 */
public final class CrossEntropy {
  private static final long SUM = 2;
  private static final long IGNORED = -100;

  private final int classes;
  private final double @Nullable [] weights;

  /** Every class counts the same. */
  public CrossEntropy(int classes) {
    this.classes = classes;
    this.weights = null;
  }

  /**
   * A record counts as much as its class.
   *
   * @param weights of each class, above 0
   */
  public CrossEntropy(double[] weights) {
    this.classes = weights.length;
    this.weights = weights.clone();
  }

  /** What records of these classes count together: what the sum is to be divided by. */
  public double count(int[] labels) {
    double count = 0;
    for (int label : labels) {
      count += weights == null ? 1 : weights[label];
    }
    return count;
  }

  /**
   * The sum over records.
   *
   * @param scores (B, 1) for two classes, else (B, classes)
   * @param labels class of each record
   */
  public Tensor sum(Tensor scores, int[] labels) {
    Tensor wide =
        scores.scalar_type() == ScalarType.BFloat16 ? scores.to(ScalarType.Float) : scores;
    return classes == 2 ? binary(wide, labels) : several(wide, labels);
  }

  private Tensor binary(Tensor scores, int[] labels) {
    double[] second = new double[labels.length];
    double[] counts = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      second[i] = labels[i];
      counts[i] = weights == null ? 1 : weights[labels[i]];
    }
    TensorOptional weight =
        weights == null ? new TensorOptional() : new TensorOptional(like(counts, scores));
    return torch.binary_cross_entropy_with_logits(
        scores.squeeze(1), like(second, scores), weight, new TensorOptional(), SUM);
  }

  private Tensor several(Tensor scores, int[] labels) {
    Tensor target = Tensor.create(labels).to(scores.device(), ScalarType.Long);
    TensorOptional weight =
        weights == null ? new TensorOptional() : new TensorOptional(like(weights, scores));
    return torch.cross_entropy_loss(scores, target, weight, SUM, IGNORED, 0);
  }

  private static Tensor like(double[] values, Tensor scores) {
    return Tensor.create(values).to(scores.device(), scores.scalar_type());
  }
}
