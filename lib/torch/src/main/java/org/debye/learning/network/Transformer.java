package org.debye.learning.network;

import org.debye.learning.layer.Dropout;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.LayerNorm;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Positions;
import org.debye.learning.layer.TransformerLayer;
import org.debye.learning.weight.WeightPlan;

/**
 * The Transformer of section 5.2.5: an embedding, positions, two layers of 8 heads, a layer norm.
 */
final class Transformer {
  private static final long WIDTH = 256;
  private static final long HEADS = 8;
  private static final int DEPTH = 2;

  private Transformer() {}

  static Encoder build(WeightPlan plan, EncoderSettings settings) {
    Layer layers =
        new LayerNorm(plan.under("input_norm"), settings.points())
            .then(new Linear(plan.under("embedding"), settings.points(), WIDTH))
            .then(new Positions())
            .then(new Dropout("embedding", settings.dropout()));
    for (int l = 0; l < DEPTH; l++) {
      WeightPlan layer = plan.under("layers." + l);
      layers = layers.then(new TransformerLayer(layer, "layers." + l, WIDTH, HEADS, WIDTH));
    }
    return new SequenceEncoder(WIDTH, layers.then(new LayerNorm(plan.under("output_norm"), WIDTH)));
  }
}
