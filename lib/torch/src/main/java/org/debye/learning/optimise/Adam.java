package org.debye.learning.optimise;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.weight.WeightBlock;

/** Algorithm 1 of Kingma and Ba 2015, with the bias corrections of both moments. */
final class Adam extends FlatOptimiser {
  private final OptimiserSettings.AdamSettings settings;
  private final Tensor mean;
  private final Tensor square;

  Adam(WeightBlock block, OptimiserSettings.AdamSettings settings) {
    super(block);
    this.settings = settings;
    mean = remember("exp_avg");
    square = remember("exp_avg_sq");
  }

  @Override
  void move(Tensor values, Tensor gradients, double rate) {
    decay(values, gradients, rate);
    mean.lerp_(gradients, scalar(1 - settings.beta1()));
    square
        .mul_(scalar(settings.beta2()))
        .addcmul_(gradients, gradients, scalar(1 - settings.beta2()));
    double ofMean = 1 - Math.pow(settings.beta1(), (double) steps());
    double ofSquare = Math.sqrt(1 - Math.pow(settings.beta2(), (double) steps()));
    Tensor root = square.sqrt().div_(scalar(ofSquare)).add_(scalar(settings.epsilon()));
    values.addcdiv_(mean, root, scalar(-rate / ofMean));
  }

  private void decay(Tensor values, Tensor gradients, double rate) {
    if (settings.weightDecay() == 0) {
      return;
    }
    if (settings.decoupled()) {
      values.mul_(scalar(1 - rate * settings.weightDecay()));
    } else {
      gradients.add_(values, scalar(settings.weightDecay()));
    }
  }
}
