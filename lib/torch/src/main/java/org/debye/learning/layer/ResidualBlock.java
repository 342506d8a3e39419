package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.WeightPlan;

/**
 * Two convolutions beside a 1x1 convolution as shortcut, the first and the shortcut with stride 2
 * (He et al. 2016; the multi-scale form of Fei Liu's MSResNet). All pad by one point, so kernels of
 * 5 and 7 lose points, and what is longer is cut at its end.
 */
public final class ResidualBlock implements Layer {
  private static final long STRIDE = 2;
  private static final long PADDING = 1;

  private final NormalisedConvolution first;
  private final NormalisedConvolution second;
  private final NormalisedConvolution shortcut;
  private final Window strided;
  private final Window dense;

  public ResidualBlock(WeightPlan plan, long inputs, long outputs, long size) {
    strided = new Window(size, STRIDE, PADDING);
    dense = new Window(size, 1, PADDING);
    first =
        new NormalisedConvolution(
            Convolution.unbiased(plan.under("conv1"), inputs, outputs, strided),
            new BatchNorm(plan.under("bn1"), outputs));
    second =
        new NormalisedConvolution(
            Convolution.unbiased(plan.under("conv2"), outputs, outputs, dense),
            new BatchNorm(plan.under("bn2"), outputs));
    WeightPlan beside = plan.under("downsample");
    shortcut =
        new NormalisedConvolution(
            Convolution.unbiased(beside.under("0"), inputs, outputs, Window.of(1, STRIDE)),
            new BatchNorm(beside.under("1"), outputs));
  }

  /** How many points come out of n; 0 or less if n are too few. */
  public long points(long n) {
    return dense.places(strided.places(n));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor inner = torch.relu(first.forward(input, pass));
    Tensor outer = second.forward(inner, pass);
    Tensor beside = shortcut.forward(input, pass);
    return torch.relu(beside.narrow(2, 0, outer.size(2)).add(outer));
  }
}
