package org.debye.learning.relation;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.layer.BatchNorm;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Pass;
import org.debye.learning.weight.WeightPlan;

/**
 * Scores of pairs: two representations side by side through two linear layers, with batch
 * normalisation and a leaky rectifier between them (Patacchini and Storkey 2020; 64 between them as
 * in the program of Sun's thesis).
 */
final class RelationHead implements Layer {
  private static final long HIDDEN = 64;

  private final Linear in;
  private final BatchNorm norm;
  private final Linear out;

  RelationHead(WeightPlan plan, long width, long outputs) {
    in = new Linear(plan.under("linear1"), 2 * width, HIDDEN);
    norm = new BatchNorm(plan.under("norm"), HIDDEN);
    out = new Linear(plan.under("linear2"), HIDDEN, outputs);
  }

  /** (P, 2 E) to (P, outputs). */
  @Override
  public Tensor forward(Tensor pairs, Pass pass) {
    Tensor hidden = in.forward(pairs, pass).unsqueeze(2);
    return out.forward(torch.leaky_relu(norm.forward(hidden, pass).squeeze(2)), pass);
  }
}
