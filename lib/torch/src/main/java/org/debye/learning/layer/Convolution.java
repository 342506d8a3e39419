package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over the last dimension: (B, inputs, n) to (B, outputs, m). Of two dimensions, one of
 * them of length 1, so that it leaves channels in memory as they came ({@link #side}); libtorch's
 * own of one dimension lays them out anew.
 */
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

  /**
   * Spectra as one channel, and what convolutions make of them with the channels of a point side by
   * side in memory, (B, n, C): on a processor oneDNN computes in that order, and libtorch reorders
   * before and after each convolution what comes in another.
   *
   * @param spectra (B, n)
   * @return (B, 1, n)
   */
  public static Tensor side(Tensor spectra) {
    return spectra.is_cuda() ? spectra.unsqueeze(1) : spectra.unsqueeze(2).transpose(1, 2);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    TensorOptional biases = bias == null ? new TensorOptional() : new TensorOptional(bias.tensor());
    return of(input, weight.tensor(), biases);
  }

  /** What an affine function of each channel then makes of it, in one. */
  Tensor forward(Tensor input, ChannelScaling then) {
    Tensor weights = weight.tensor().mul(then.factors().view(-1, 1, 1));
    Tensor biases =
        bias == null ? then.offsets() : then.offsets().add(bias.tensor().mul(then.factors()));
    return of(input, weights, new TensorOptional(biases));
  }

  private Tensor of(Tensor input, Tensor weights, TensorOptional biases) {
    return torch
        .conv2d(
            input.unsqueeze(2),
            weights.unsqueeze(2),
            biases,
            new long[] {1, window.stride()},
            new long[] {0, window.padding()},
            new long[] {1, 1},
            1)
        .squeeze(2);
  }
}
