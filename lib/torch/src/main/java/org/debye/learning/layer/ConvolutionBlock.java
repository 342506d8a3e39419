package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.WeightPlan;

/** Convolution, batch normalisation, rectifier, and a pool over the points. */
public final class ConvolutionBlock implements Layer {
  private final Window window;
  private final NormalisedConvolution convolution;
  private final long places;

  /** With the largest of each pair of points; initialised as PyTorch does. */
  public ConvolutionBlock(WeightPlan plan, long inputs, long outputs, Window window) {
    this(plan, inputs, outputs, window, Initial.fanIn(inputs * window.size()));
  }

  /** With the largest of each pair of points. */
  public ConvolutionBlock(
      WeightPlan plan, long inputs, long outputs, Window window, Initial initial) {
    this(plan, inputs, outputs, window, initial, 0);
  }

  private ConvolutionBlock(
      WeightPlan plan, long inputs, long outputs, Window window, Initial initial, long places) {
    this.window = window;
    this.places = places;
    convolution =
        new NormalisedConvolution(
            Convolution.of(plan.under("conv"), inputs, outputs, window, initial, initial),
            new BatchNorm(plan.under("norm"), outputs));
  }

  /**
   * With means over so many equal parts, whatever the number of points: PyTorch's
   * AdaptiveAvgPool1d.
   */
  public static ConvolutionBlock toPlaces(
      WeightPlan plan, long inputs, long outputs, Window window, long places) {
    Initial initial = Initial.fanIn(inputs * window.size());
    return new ConvolutionBlock(plan, inputs, outputs, window, initial, places);
  }

  /** How many points come out of n; 0 or less if n are too few. */
  public long points(long n) {
    long left = window.places(n);
    return places == 0 ? Window.PAIRS.places(left) : left < 1 ? left : places;
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor normalised = convolution.forward(input, pass);
    // The largest of rectified values is the largest, rectified: the same for half the work. Not in
    // place, as the pool's values are a view: backward would copy them into another layout.
    return places == 0
        ? torch.relu(Window.PAIRS.largest(normalised))
        : torch.adaptive_avg_pool1d(torch.relu(normalised), places);
  }
}
