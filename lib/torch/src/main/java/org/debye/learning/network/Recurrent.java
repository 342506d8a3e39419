package org.debye.learning.network;

import org.bytedeco.pytorch.global.torch;
import org.debye.learning.layer.Dropout;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.LayerNorm;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Lstm;
import org.debye.learning.weight.WeightPlan;

/** The recurrent network of section 5.2.4: an embedding, two layers of 512, a layer norm. */
final class Recurrent {
  private static final long HIDDEN = 512;
  private static final int DEPTH = 2;

  private Recurrent() {}

  static Encoder build(WeightPlan plan, EncoderSettings settings) {
    Layer layers =
        new LayerNorm(plan.under("input_norm"), settings.points())
            .then(new Linear(plan.under("embedding"), settings.points(), HIDDEN))
            .then(new LayerNorm(plan.under("embedding_norm"), HIDDEN))
            .then((input, pass) -> torch.relu(input))
            .then(new Dropout("embedding", settings.dropout()))
            .then(new Lstm(plan.under("lstm"), HIDDEN, HIDDEN, DEPTH))
            .then(new LayerNorm(plan.under("output_norm"), HIDDEN));
    return new SequenceEncoder(HIDDEN, layers);
  }
}
