package org.debye.learning.network;

import org.debye.learning.layer.FeedForward;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.LayerNorm;
import org.debye.learning.weight.WeightPlan;

/** Builds encoders of representations. */
public final class RepresentationEncoder {
  private static final long INNER = 1024;

  private RepresentationEncoder() {}

  /** Adds the encoder's weights to a plan. */
  public static Encoder build(WeightPlan plan, RepresentationSettings settings) {
    Layer spatial = SpatialChannelBranch.ofAnyLength(plan.under("spatial"), settings);
    return new SpectrumEncoder(
        settings.width(), settings.feedForward() ? forwarded(plan, spatial, settings) : spatial);
  }

  private static Layer forwarded(WeightPlan plan, Layer spatial, RepresentationSettings settings) {
    LayerNorm before = new LayerNorm(plan.under("norm1"), settings.width());
    FeedForward feedForward = new FeedForward(plan.under("feed_forward"), settings.width(), INNER);
    LayerNorm after = new LayerNorm(plan.under("norm2"), settings.width());
    return spatial
        .then(before)
        .then((input, pass) -> input.add(feedForward.forward(input, pass)))
        .then(after);
  }
}
