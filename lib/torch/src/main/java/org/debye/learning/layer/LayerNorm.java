package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;

/**
 * Ba, Kiros, Hinton 2016: zero mean and unit variance over the last dimension, then scale, shift.
 */
public final class LayerNorm implements Layer {
  private static final double EPSILON = 1e-5;

  private final long[] shape;
  private final Weight weight;
  private final Weight bias;

  public LayerNorm(WeightPlan plan, long features) {
    shape = new long[] {features};
    weight = plan.weight("weight", Initial.ONES, features);
    bias = plan.weight("bias", Initial.ZEROS, features);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return torch.layer_norm(
        input,
        shape,
        new TensorOptional(weight.tensor()),
        new TensorOptional(bias.tensor()),
        EPSILON,
        true);
  }
}
