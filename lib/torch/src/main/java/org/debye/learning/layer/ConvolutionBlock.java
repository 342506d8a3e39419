package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.WeightPlan;

/** Convolution, batch normalisation, rectifier, and the largest of each pair of points. */
public final class ConvolutionBlock implements Layer {
  private static final Window PAIRS = Window.of(2, 2);

  private final Window window;
  private final Convolution convolution;
  private final BatchNorm normalisation;

  /** Initialised as PyTorch does. */
  public ConvolutionBlock(WeightPlan plan, long inputs, long outputs, Window window) {
    this(plan, inputs, outputs, window, Initial.fanIn(inputs * window.size()));
  }

  public ConvolutionBlock(
      WeightPlan plan, long inputs, long outputs, Window window, Initial initial) {
    this.window = window;
    convolution = Convolution.of(plan.under("conv"), inputs, outputs, window, initial, initial);
    normalisation = new BatchNorm(plan.under("norm"), outputs);
  }

  /** How many points come out of n; 0 or less if n are too few. */
  public long points(long n) {
    return PAIRS.places(window.places(n));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor normalised = normalisation.forward(convolution.forward(input, pass), pass);
    return PAIRS.largest(torch.relu(normalised));
  }
}
