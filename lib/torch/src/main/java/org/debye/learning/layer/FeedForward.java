package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.WeightPlan;

/** Two linear layers with a rectifier between them (Vaswani et al. 2017, eq. 2). */
public final class FeedForward implements Layer {
  private final Linear in;
  private final Linear out;

  public FeedForward(WeightPlan plan, long width, long inner) {
    in = new Linear(plan.under("linear1"), width, inner);
    out = new Linear(plan.under("linear2"), inner, width);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return out.forward(torch.relu(in.forward(input, pass)), pass);
  }
}
