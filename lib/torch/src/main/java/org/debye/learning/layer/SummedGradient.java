package org.debye.learning.layer;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorTensorHook;
import org.debye.learning.collective.Collective;
import org.jspecify.annotations.Nullable;

/** The gradient of what all ranks share: the sum over the ranks of each one's. */
final class SummedGradient extends TensorTensorHook {
  private final Collective ranks;
  private @Nullable Tensor result;

  SummedGradient(Collective ranks) {
    this.ranks = ranks;
  }

  @Override
  public TensorBase call(TensorBase gradientOfOutput) {
    try (NoGradGuard plain = new NoGradGuard()) {
      result = new Tensor(gradientOfOutput).detach().clone();
      ranks.sum(result);
      return result;
    }
  }
}
