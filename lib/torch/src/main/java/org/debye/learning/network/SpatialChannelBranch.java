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
import org.debye.learning.layer.NormalisedConvolution;
import org.debye.learning.layer.Pass;
import org.debye.learning.layer.SelfAttention;
import org.debye.learning.layer.Window;
import org.debye.learning.weight.WeightPlan;

/**
 * (B, n) to (B, E): two convolutions to C channels, each embedded in E; attention of the E places
 * to one another (with the C channels as their embedding) and of the channels, added; and a 1x1
 * convolution to one channel.
 */
final class SpatialChannelBranch implements Layer {
  private static final long FILTERS = 64;
  private static final long CHANNELS = 8;
  private static final long HEADS = 2;
  private static final Window SECOND = Window.of(5, 1);

  private final Layer embedded;
  private final SelfAttention spatial;
  private final ChannelAttention channel;
  private final Layer pooled;

  private SpatialChannelBranch(
      WeightPlan plan, Layer features, long points, long width, long channels) {
    embedded =
        features
            .then(new Linear(plan.under("embedding"), points, width))
            .then(new LayerNorm(plan.under("embedding_norm"), width));
    spatial = new SelfAttention(plan.under("spatial_attention"), "spatial", channels, HEADS);
    channel = new ChannelAttention(plan.under("channel_attention"), "channel");
    pooled = pooling(plan, width, channels);
  }

  /** For spectra of one length (section 5.1.2 of Sun's thesis). */
  static SpatialChannelBranch ofOneLength(
      WeightPlan plan, EncoderSettings settings, Architecture architecture, long width) {
    ConvolutionBlock first = first(plan);
    ConvolutionBlock second = new ConvolutionBlock(plan.under("conv2"), FILTERS, CHANNELS, SECOND);
    long points = settings.left(second.points(first.points(settings.points())), architecture);
    return new SpatialChannelBranch(plan, first.then(second), points, width, CHANNELS);
  }

  /** For spectra of any length (sections 6.1 and 7.1.3 there). */
  static SpatialChannelBranch ofAnyLength(WeightPlan plan, RepresentationSettings settings) {
    ConvolutionBlock second =
        ConvolutionBlock.toPlaces(
            plan.under("conv2"), FILTERS, settings.channels(), SECOND, settings.places());
    return new SpatialChannelBranch(
        plan, first(plan).then(second), settings.places(), settings.width(), settings.channels());
  }

  /** The fewest points that both convolutions fit on. */
  static int fewestPoints() {
    int points = 1;
    while (SECOND.places(first(new WeightPlan()).points(points)) < 1) {
      points++;
    }
    return points;
  }

  private static ConvolutionBlock first(WeightPlan plan) {
    return new ConvolutionBlock(plan.under("conv1"), 1, FILTERS, Window.of(5, 2));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor channels = embedded.forward(Convolution.side(input), pass);
    Tensor places = channels.transpose(1, 2);
    Tensor overPlaces = spatial.forward(places, pass).transpose(1, 2).add(channels);
    return pooled.forward(overPlaces.add(channel.forward(channels, pass)), pass);
  }

  private static Layer pooling(WeightPlan plan, long width, long channels) {
    return new LayerNorm(plan.under("conv3.norm"), width)
        .then(
            new NormalisedConvolution(
                Convolution.of(plan.under("conv3.conv"), channels, 1, Window.of(1, 1)),
                new BatchNorm(plan.under("conv3.bn"), 1)))
        .then((input, pass) -> torch.relu(input).squeeze(1));
  }
}
