package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;

/** y = x W^T + b over the last dimension; W is outputs x inputs. */
public final class Linear implements Layer {
  private final Weight weight;
  private final Weight bias;

  public Linear(WeightPlan plan, long inputs, long outputs) {
    this(plan, inputs, outputs, Initial.fanIn(inputs), Initial.fanIn(inputs));
  }

  public Linear(WeightPlan plan, long inputs, long outputs, Initial weights, Initial biases) {
    weight = plan.weight("weight", weights, outputs, inputs);
    bias = plan.weight("bias", biases, outputs);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return torch.linear(input, weight.tensor(), new TensorOptional(bias.tensor()));
  }
}
