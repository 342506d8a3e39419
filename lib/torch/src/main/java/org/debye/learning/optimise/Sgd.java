package org.debye.learning.optimise;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.weight.WeightBlock;

/** Momentum as PyTorch has it: the velocity is a sum of gradients, and the rate scales the step. */
final class Sgd extends FlatOptimiser {
  private final OptimiserSettings.SgdSettings settings;
  private final Tensor velocity;

  Sgd(WeightBlock block, OptimiserSettings.SgdSettings settings) {
    super(block);
    this.settings = settings;
    velocity = remember("momentum_buffer");
  }

  @Override
  void move(Tensor values, Tensor gradients, double rate) {
    if (settings.weightDecay() > 0) {
      gradients.add_(values, scalar(settings.weightDecay()));
    }
    velocity.mul_(scalar(settings.momentum())).add_(gradients);
    if (settings.nesterov()) {
      values.add_(gradients, scalar(-rate)).add_(velocity, scalar(-rate * settings.momentum()));
    } else {
      values.add_(velocity, scalar(-rate));
    }
  }
}
