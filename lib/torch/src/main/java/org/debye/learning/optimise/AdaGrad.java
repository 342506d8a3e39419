package org.debye.learning.optimise;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.weight.WeightBlock;

/** Each weight's rate falls with the root of the sum of its squared gradients. */
final class AdaGrad extends FlatOptimiser {
  private final OptimiserSettings.AdaGradSettings settings;
  private final Tensor squares;

  AdaGrad(WeightBlock block, OptimiserSettings.AdaGradSettings settings) {
    super(block);
    this.settings = settings;
    squares = remember("sum");
  }

  @Override
  void move(Tensor values, Tensor gradients, double rate) {
    if (settings.weightDecay() > 0) {
      gradients.add_(values, scalar(settings.weightDecay()));
    }
    squares.addcmul_(gradients, gradients, scalar(1));
    values.addcdiv_(gradients, squares.sqrt().add_(scalar(settings.epsilon())), scalar(-rate));
  }
}
