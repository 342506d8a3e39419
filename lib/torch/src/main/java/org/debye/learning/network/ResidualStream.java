package org.debye.learning.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.Pass;
import org.debye.learning.layer.ResidualBlock;
import org.debye.learning.layer.Window;
import org.debye.learning.weight.WeightPlan;

/** Residual blocks of one kernel size, one after another, and a mean over windows. */
final class ResidualStream implements Layer {
  private final List<ResidualBlock> blocks = new ArrayList<>();
  private final Window pool;

  /** One block from each number of planes to the next. */
  ResidualStream(WeightPlan plan, long[] planes, long kernel, Window pool) {
    this.pool = pool;
    for (int b = 0; b + 1 < planes.length; b++) {
      blocks.add(new ResidualBlock(plan.under("" + b), planes[b], planes[b + 1], kernel));
    }
  }

  /** How many points come out of n; 0 or less if n are too few. */
  long points(long n) {
    long points = n;
    for (ResidualBlock block : blocks) {
      points = block.points(points);
    }
    return pool.places(points);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor inner = input;
    for (ResidualBlock block : blocks) {
      inner = block.forward(inner, pass);
    }
    return pool.mean(inner);
  }
}
