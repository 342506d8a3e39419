package org.debye.learning.network;

import org.bytedeco.pytorch.global.torch;
import org.debye.learning.layer.Dropout;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.LayerNorm;
import org.debye.learning.layer.Linear;
import org.debye.learning.weight.WeightPlan;

/**
 * The fully connected network of section 5.2.1: 256, 512, 64, layer norms at the input and after.
 */
final class Fcnn {
  private static final long[] HIDDEN = {256, 512, 64};

  private Fcnn() {}

  static Encoder build(WeightPlan plan, EncoderSettings settings) {
    Layer layers = new LayerNorm(plan.under("input_norm"), settings.points());
    long width = settings.points();
    for (int l = 0; l < HIDDEN.length; l++) {
      WeightPlan hidden = plan.under("hidden." + l);
      layers =
          layers
              .then(new Linear(hidden.under("linear"), width, HIDDEN[l]))
              .then(new LayerNorm(hidden.under("norm"), HIDDEN[l]))
              .then((input, pass) -> torch.relu(input))
              .then(new Dropout("hidden." + l, settings.dropout()));
      width = HIDDEN[l];
    }
    return new SpectrumEncoder(width, layers);
  }
}
