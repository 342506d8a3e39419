package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;

/**
 * Attention among channels (Fu et al. 2019, DANet; equation 5.4 of Sun's thesis): of X, which is
 * (B, C, E), X + gamma softmax(X X^T) X, with gamma learnt from zero.
 */
public final class ChannelAttention implements Layer {
  private final String name;
  private final Weight gamma;

  /**
   * Adds the layer's one weight to a plan.
   *
   * @param name under which matrices are noted
   */
  public ChannelAttention(WeightPlan plan, String name) {
    this.name = name;
    gamma = plan.weight("gamma", Initial.ZEROS, 1);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor shares = torch.softmax(input.matmul(input.transpose(1, 2)), -1);
    pass.note(name, shares);
    return input.add(shares.matmul(input).mul(gamma.tensor()));
  }
}
