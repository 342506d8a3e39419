package org.debye.learning.network;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.layer.FeedForward;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.LayerNorm;
import org.debye.learning.layer.Pass;
import org.debye.learning.weight.WeightPlan;
import org.jspecify.annotations.Nullable;

/**
 * The convolutional attention networks of section 5.1.2. A branch of convolutions and of attention
 * over points and channels; beside it, in ConvSCT, a branch of attention over the dataset's frames;
 * their sum through a feed-forward layer with a shortcut.
 */
final class ConvSct implements Layer {
  private static final long WIDTH = 256;
  private static final long INNER = 1024;

  private final SpatialChannelBranch spatial;
  private final @Nullable TemporalBranch temporal;
  private final LayerNorm before;
  private final FeedForward feedForward;
  private final LayerNorm after;

  private ConvSct(WeightPlan plan, EncoderSettings settings, Architecture architecture) {
    spatial =
        SpatialChannelBranch.ofOneLength(plan.under("spatial"), settings, architecture, WIDTH);
    temporal =
        architecture == Architecture.CONV_SCT
            ? new TemporalBranch(plan.under("temporal"), settings.points(), WIDTH)
            : null;
    before = new LayerNorm(plan.under("norm1"), WIDTH);
    feedForward = new FeedForward(plan.under("feed_forward"), WIDTH, INNER);
    after = new LayerNorm(plan.under("norm2"), WIDTH);
  }

  /** ConvSC: frames do not see one another. */
  static Encoder spatialAndChannel(WeightPlan plan, EncoderSettings settings) {
    return new SpectrumEncoder(WIDTH, new ConvSct(plan, settings, Architecture.CONV_SC));
  }

  /** ConvSCT. */
  static Encoder withTemporal(WeightPlan plan, EncoderSettings settings) {
    return new SequenceEncoder(WIDTH, new ConvSct(plan, settings, Architecture.CONV_SCT));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    long points = input.size(-1);
    Tensor features = spatial.forward(input.reshape(-1, points), pass);
    if (temporal != null) {
      Tensor overFrames = temporal.forward(input, pass);
      features = features.view(input.size(0), input.size(1), WIDTH).add(overFrames);
    }
    Tensor normalised = before.forward(features, pass);
    return after.forward(normalised.add(feedForward.forward(normalised, pass)), pass);
  }
}
