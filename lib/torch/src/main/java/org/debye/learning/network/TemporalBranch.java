package org.debye.learning.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.layer.BatchNorm;
import org.debye.learning.layer.Convolution;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.LayerNorm;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.NormalisedConvolution;
import org.debye.learning.layer.Pass;
import org.debye.learning.layer.Positions;
import org.debye.learning.layer.SelfAttention;
import org.debye.learning.layer.Window;
import org.debye.learning.weight.WeightPlan;

/** (S, L, n) to (S, L, E): an embedding with positions, attention of 8 heads over the L frames. */
final class TemporalBranch implements Layer {
  private static final long HEADS = 8;

  private final Layer embedding;
  private final SelfAttention attention;
  private final LayerNorm norm;
  private final NormalisedConvolution scale;

  TemporalBranch(WeightPlan plan, long points, long width) {
    embedding = new Linear(plan.under("embedding"), points, width).then(new Positions());
    attention = new SelfAttention(plan.under("attention"), "temporal", width, HEADS);
    norm = new LayerNorm(plan.under("conv4.norm"), width);
    scale =
        new NormalisedConvolution(
            Convolution.of(plan.under("conv4.conv"), 1, 1, Window.of(1, 1)),
            new BatchNorm(plan.under("conv4.bn"), 1));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor embedded = embedding.forward(input, pass);
    Tensor attended = norm.forward(embedded.add(attention.forward(embedded, pass)), pass);
    Tensor single = attended.reshape(-1, 1, attended.size(2));
    Tensor scaled = scale.forward(single, pass);
    return torch.relu(scaled).view(attended.size(0), attended.size(1), attended.size(2));
  }
}
