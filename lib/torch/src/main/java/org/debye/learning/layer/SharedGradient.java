package org.debye.learning.layer;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorTensorHook;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.debye.learning.collective.Collective;
import org.jspecify.annotations.Nullable;

/**
 * What the gradient of a normalised value must become because mean and variance depend on every
 * value of the batch, on every rank: with x the normalised values and g their gradient,
 *
 * <pre>g - mean(g) - x mean(g x)</pre>
 *
 * means over the records of all ranks (Ioffe and Szegedy 2015, section 3). Autograd calls it on
 * each rank in the same order.
 */
final class SharedGradient extends TensorTensorHook {
  private static final long[] BATCH_AND_POINTS = {0, 2};

  private final Tensor normalised;
  private final double count;
  private final Collective ranks;
  private @Nullable Tensor result;

  SharedGradient(Tensor normalised, double count, Collective ranks) {
    this.normalised = normalised;
    this.count = count;
    this.ranks = ranks;
  }

  @Override
  public TensorBase call(TensorBase gradientOfNormalised) {
    try (NoGradGuard plain = new NoGradGuard()) {
      Tensor gradient = new Tensor(gradientOfNormalised);
      long channels = gradient.size(1);
      Tensor sum = gradient.sum(BATCH_AND_POINTS);
      Tensor sumWithValues = gradient.mul(normalised).sum(BATCH_AND_POINTS);
      Tensor sums = torch.cat(new TensorVector(sum, sumWithValues)).to(ScalarType.Double);
      ranks.sum(sums);
      Tensor means = sums.div(new Scalar(count)).to(gradient.scalar_type());
      Tensor mean = means.narrow(0, 0, channels).view(1, channels, 1);
      Tensor meanWithValues = means.narrow(0, channels, channels).view(1, channels, 1);
      result = gradient.sub(mean).sub_(normalised.mul(meanWithValues));
      return result;
    }
  }
}
