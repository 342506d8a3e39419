package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;
import org.jspecify.annotations.Nullable;

/** Convolution over the last dimension: (B, inputs, n) to (B, outputs, m). */
public final class Convolution implements Layer {
  private final Window window;
  private final Weight weight;
  private final @Nullable Weight bias;

  private Convolution(Window window, Weight weight, @Nullable Weight bias) {
    this.window = window;
    this.weight = weight;
    this.bias = bias;
  }

  /** With a bias, initialised as PyTorch does. */
  public static Convolution of(WeightPlan plan, long inputs, long outputs, Window window) {
    Initial initial = Initial.fanIn(inputs * window.size());
    return of(plan, inputs, outputs, window, initial, initial);
  }

  /** With a bias. */
  public static Convolution of(
      WeightPlan plan, long inputs, long outputs, Window window, Initial weights, Initial biases) {
    Weight weight = plan.weight("weight", weights, outputs, inputs, window.size());
    return new Convolution(window, weight, plan.weight("bias", biases, outputs));
  }

  /** Without bias, for where a batch normalisation follows. */
  public static Convolution unbiased(WeightPlan plan, long inputs, long outputs, Window window) {
    Initial initial = Initial.fanIn(inputs * window.size());
    Weight weight = plan.weight("weight", initial, outputs, inputs, window.size());
    return new Convolution(window, weight, null);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return torch.conv1d(
        input,
        weight.tensor(),
        bias == null ? new TensorOptional() : new TensorOptional(bias.tensor()),
        new long[] {window.stride()},
        new long[] {window.padding()},
        new long[] {1},
        1);
  }
}
