package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;

/**
 * A linear layer of its own for each of G groups, all at once: y_g = W_g x_g + b_g, from (G,
 * inputs, M) to (G, outputs, M) for M records. W is (G, outputs, inputs), b is (G, outputs, 1). No
 * group's gradient depends on another's records.
 */
public final class GroupedLinear implements Layer {
  private final Weight weight;
  private final Weight bias;

  public GroupedLinear(WeightPlan plan, long groups, long inputs, long outputs) {
    weight = plan.weight("weight", Initial.fanIn(inputs), groups, outputs, inputs);
    bias = plan.weight("bias", Initial.fanIn(inputs), groups, outputs, 1);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return torch.baddbmm(bias.tensor(), weight.tensor(), input);
  }

  /**
   * Of some groups only.
   *
   * @param input (some, inputs, M)
   * @param first of the groups
   * @return (some, outputs, M)
   */
  public Tensor forward(Tensor input, long first) {
    long some = input.size(0);
    return torch.baddbmm(
        bias.tensor().narrow(0, first, some), weight.tensor().narrow(0, first, some), input);
  }
}
