package org.debye.learning.layer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;

/**
 * Multi-head self-attention over the middle dimension of (B, T, E): Vaswani et al. 2017, with
 * softmax(Q K^T / sqrt(d)), d = E / heads. (Equations 5.2 and 5.6 of Sun's thesis divide by d; the
 * authors' program, which is PyTorch's layer, by its root.) Weights as PyTorch's MultiheadAttention
 * has them.
 */
public final class SelfAttention implements Layer {
  private final String name;
  private final long width;
  private final long heads;
  private final Weight inputWeight;
  private final Weight inputBias;
  private final Linear output;

  /**
   * Adds the layer's weights to a plan.
   *
   * @param name under which matrices are noted
   * @param width E
   * @param heads divides E
   */
  public SelfAttention(WeightPlan plan, String name, long width, long heads) {
    if (width % heads != 0) {
      throw new IllegalArgumentException(width + " features do not part into " + heads + " heads");
    }
    this.name = name;
    this.width = width;
    this.heads = heads;
    Initial xavier = Initial.xavier(width, 3 * width);
    inputWeight = plan.weight("in_proj_weight", xavier, 3 * width, width);
    inputBias = plan.weight("in_proj_bias", Initial.ZEROS, 3 * width);
    output = new Linear(plan.under("out_proj"), width, width, Initial.fanIn(width), Initial.ZEROS);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    long batch = input.size(0);
    long length = input.size(1);
    Tensor projected =
        torch
            .linear(input, inputWeight.tensor(), new TensorOptional(inputBias.tensor()))
            .view(batch, length, 3, heads, width / heads)
            .permute(2, 0, 3, 1, 4);
    Tensor query = projected.select(0, 0);
    Tensor key = projected.select(0, 1);
    Tensor value = projected.select(0, 2);
    if (pass.notesAttention()) {
      note(query, key, pass);
    }
    Tensor attended =
        torch
            .scaled_dot_product_attention(query, key, value)
            .transpose(1, 2)
            .reshape(batch, length, width);
    return output.forward(attended, pass);
  }

  private void note(Tensor query, Tensor key, Pass pass) {
    Scalar scale = new Scalar(1 / Math.sqrt((double) width / heads));
    pass.note(name, torch.softmax(query.matmul(key.transpose(-2, -1)).mul(scale), -1));
  }
}
