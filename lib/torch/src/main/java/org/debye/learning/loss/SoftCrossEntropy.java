package org.debye.learning.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Cross entropy with shares in place of classes: -sum_c t_c log softmax(z)_c, summed over records.
 * Least where the softmax is t, so that it can be read as fractions; with all of a record in one
 * class it is {@link CrossEntropy}.
 */
public final class SoftCrossEntropy {
  private SoftCrossEntropy() {}

  /**
   * The sum over records.
   *
   * @param scores (B, C)
   * @param shares (B, C), each row summing to one
   */
  public static Tensor sum(Tensor scores, Tensor shares) {
    return torch.log_softmax(scores, 1).mul(shares).sum().neg();
  }
}
