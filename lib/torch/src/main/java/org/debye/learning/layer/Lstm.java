package org.debye.learning.layer;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al.
 * 2000) over the middle dimension of (B, T, inputs), from a state of zeros; gates in PyTorch's
 * order.
 */
public final class Lstm implements Layer {
  private final int layers;
  private final long hidden;
  private final List<Weight> weights = new ArrayList<>();

  public Lstm(WeightPlan plan, long inputs, long hidden, int layers) {
    this.layers = layers;
    this.hidden = hidden;
    Initial initial = Initial.fanIn(hidden);
    for (int l = 0; l < layers; l++) {
      weights.add(plan.weight("weight_ih_l" + l, initial, 4 * hidden, l == 0 ? inputs : hidden));
      weights.add(plan.weight("weight_hh_l" + l, initial, 4 * hidden, hidden));
      weights.add(plan.weight("bias_ih_l" + l, initial, 4 * hidden));
      weights.add(plan.weight("bias_hh_l" + l, initial, 4 * hidden));
    }
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor zeros =
        torch.zeros(layers, input.size(0), hidden).to(input.device(), input.scalar_type());
    Tensor[] parameters = weights.stream().map(Weight::tensor).toArray(Tensor[]::new);
    return torch
        .lstm(
            input,
            new TensorVector(zeros, zeros.clone()),
            new TensorVector(parameters),
            true,
            layers,
            0,
            pass.training(),
            false,
            true)
        .get0();
  }
}
