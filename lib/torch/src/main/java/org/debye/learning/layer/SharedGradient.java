package org.debye.learning.layer;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorTensorHook;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.debye.learning.collective.Collective;
import org.jspecify.annotations.Nullable;

/**
 * Backward of a normalisation whose mean and variance depend on every value of the batch, on every
 * rank: with x the normalised values before weight w and bias, s the deviation, and g the gradient
 * of those after,
 *
 * <pre>w / s (g - mean(g) - x mean(g x))</pre>
 *
 * means over the records of all ranks (Ioffe and Szegedy 2015, section 3). The sums of g x and g
 * over a rank's own records are the gradients of weight and bias there, and are added to them.
 * Autograd calls it on each rank in the same order.
 */
final class SharedGradient extends TensorTensorHook {
  private final Tensor input;
  private final BatchStatistics statistics;
  private final Tensor weight;
  private final Tensor weightGradient;
  private final Tensor biasGradient;
  private final Collective ranks;
  private @Nullable Tensor result;
  private boolean called;

  /**
   * Of one layer's pass.
   *
   * @param input (B, C, n), without a graph
   * @param weight of C channels, without a graph
   * @param weightGradient of C channels; added to
   * @param biasGradient likewise
   */
  SharedGradient(
      Tensor input,
      BatchStatistics statistics,
      Tensor weight,
      Tensor weightGradient,
      Tensor biasGradient,
      Collective ranks) {
    this.input = input;
    this.statistics = statistics;
    this.weight = weight;
    this.weightGradient = weightGradient;
    this.biasGradient = biasGradient;
    this.ranks = ranks;
  }

  /** What it is the gradient of, for messages. */
  String what() {
    return "normalised values of " + weight.numel() + " channels of " + input.size(2) + " points";
  }

  /** Whether autograd has asked for it. */
  boolean called() {
    return called;
  }

  @Override
  public TensorBase call(TensorBase gradientOfOutput) {
    called = true;
    try (NoGradGuard plain = new NoGradGuard()) {
      Tensor given = new Tensor(gradientOfOutput);
      // What comes from a part of the points has lost the layout, and sums over two are slow.
      Tensor gradient =
          given.stride(1) == input.stride(1) ? given : torch.empty_like(input).copy_(given);
      Tensor sums = BatchNorm.sums(gradient, input, statistics.mean(), statistics.variance());
      weightGradient.add_(sums.select(0, 0));
      biasGradient.add_(sums.select(0, 1));
      if (ranks.size() > 1) {
        ranks.sum(sums);
      }
      Tensor means = sums.div(new Scalar(statistics.count()));
      Tensor slope = slope();
      Tensor common = slope.neg().mul(means.select(0, 1));
      Tensor along = slope.neg().mul(means.select(0, 0));
      ScalarType type = gradient.scalar_type().intern();
      result =
          BatchNorm.normalised(input, along.to(type), common.to(type), statistics)
              .addcmul_(gradient, slope.to(type).view(1, -1, 1));
      return result;
    }
  }

  /** w / s, in double precision. */
  private Tensor slope() {
    Tensor deviation =
        statistics.variance().to(ScalarType.Double).add(new Scalar(BatchNorm.EPSILON)).sqrt();
    return weight.to(ScalarType.Double).div(deviation);
  }
}
