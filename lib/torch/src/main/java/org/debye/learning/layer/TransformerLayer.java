package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.weight.WeightPlan;

/**
 * One encoder layer of Vaswani et al. 2017: attention, then feed-forward, each with a shortcut and
 * a layer normalisation after it.
 */
public final class TransformerLayer implements Layer {
  private final SelfAttention attention;
  private final FeedForward feedForward;
  private final LayerNorm afterAttention;
  private final LayerNorm afterFeedForward;

  public TransformerLayer(WeightPlan plan, String name, long width, long heads, long inner) {
    attention = new SelfAttention(plan.under("self_attn"), name, width, heads);
    feedForward = new FeedForward(plan, width, inner);
    afterAttention = new LayerNorm(plan.under("norm1"), width);
    afterFeedForward = new LayerNorm(plan.under("norm2"), width);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor attended = afterAttention.forward(input.add(attention.forward(input, pass)), pass);
    return afterFeedForward.forward(attended.add(feedForward.forward(attended, pass)), pass);
  }
}
