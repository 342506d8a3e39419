package org.debye.learning.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.layer.BatchNorm;
import org.debye.learning.layer.ChannelAttention;
import org.debye.learning.layer.Convolution;
import org.debye.learning.layer.ConvolutionBlock;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.LayerNorm;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Pass;
import org.debye.learning.layer.SelfAttention;
import org.debye.learning.layer.Window;
import org.debye.learning.weight.WeightPlan;

/**
 * (B, n) to (B, E): two convolutions to 8 channels, each embedded in E; attention of the E places
 * to one another (with the 8 channels as their embedding) and of the channels, added; and a 1x1
 * convolution to one channel.
 */
final class SpatialChannelBranch implements Layer {
  private static final long FILTERS = 64;
  private static final long CHANNELS = 8;
  private static final long HEADS = 2;

  private final Layer embedded;
  private final SelfAttention spatial;
  private final ChannelAttention channel;
  private final Layer pooled;

  SpatialChannelBranch(
      WeightPlan plan, EncoderSettings settings, Architecture architecture, long width) {
    ConvolutionBlock first = new ConvolutionBlock(plan.under("conv1"), 1, FILTERS, Window.of(5, 2));
    ConvolutionBlock second =
        new ConvolutionBlock(plan.under("conv2"), FILTERS, CHANNELS, Window.of(5, 1));
    long points = settings.left(second.points(first.points(settings.points())), architecture);
    embedded =
        first
            .then(second)
            .then(new Linear(plan.under("embedding"), points, width))
            .then(new LayerNorm(plan.under("embedding_norm"), width));
    spatial = new SelfAttention(plan.under("spatial_attention"), "spatial", CHANNELS, HEADS);
    channel = new ChannelAttention(plan.under("channel_attention"), "channel");
    pooled = pooling(plan, width);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor channels = embedded.forward(input.unsqueeze(1), pass);
    Tensor places = channels.transpose(1, 2);
    Tensor overPlaces = spatial.forward(places, pass).transpose(1, 2).add(channels);
    return pooled.forward(overPlaces.add(channel.forward(channels, pass)), pass);
  }

  private static Layer pooling(WeightPlan plan, long width) {
    return new LayerNorm(plan.under("conv3.norm"), width)
        .then(Convolution.of(plan.under("conv3.conv"), CHANNELS, 1, Window.of(1, 1)))
        .then(new BatchNorm(plan.under("conv3.bn"), 1))
        .then((input, pass) -> torch.relu(input).squeeze(1));
  }
}
