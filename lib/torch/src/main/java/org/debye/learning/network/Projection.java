package org.debye.learning.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Pass;
import org.debye.learning.weight.WeightPlan;

/**
 * The head that a contrastive loss looks through and that is put away afterwards: two linear layers
 * with a rectifier between them, and length 1 (Chen et al. 2020; He et al. 2020, MoCo v2).
 */
public final class Projection implements Layer {
  private final Linear in;
  private final Linear out;

  /**
   * Adds its weights to a plan.
   *
   * @param width E of a representation
   * @param dimension of what comes out; the thesis has 128
   */
  public Projection(WeightPlan plan, long width, long dimension) {
    in = new Linear(plan.under("linear1"), width, width);
    out = new Linear(plan.under("linear2"), width, dimension);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return ofUnitLength(out.forward(torch.relu(in.forward(input, pass)), pass));
  }

  /** Each row divided by its Euclidean length; nothing stays nothing. */
  public static Tensor ofUnitLength(Tensor rows) {
    return torch.normalize(rows);
  }
}
