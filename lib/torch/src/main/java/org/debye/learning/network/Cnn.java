package org.debye.learning.network;

import org.debye.learning.layer.Convolution;
import org.debye.learning.layer.ConvolutionBlock;
import org.debye.learning.layer.Dropout;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.LayerNorm;
import org.debye.learning.layer.Window;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.WeightPlan;

/**
 * The convolutional network of section 5.2.2: filters 64, 64, 4 of 5, 3, 3 points with strides 2,
 * 2, 1, each followed by a pool of two; weights begin as N(0, 0.05^2), as in the authors' program.
 */
final class Cnn {
  private static final long FILTERS = 64;
  private static final long LAST_FILTERS = 4;
  private static final Initial INITIAL = new Initial.Normal(0.05);

  private Cnn() {}

  static Encoder build(WeightPlan plan, EncoderSettings settings) {
    LayerNorm norm = new LayerNorm(plan.under("input_norm"), settings.points());
    WeightPlan blocks = plan.under("blocks");
    ConvolutionBlock first =
        new ConvolutionBlock(blocks.under("0"), 1, FILTERS, Window.of(5, 2), INITIAL);
    ConvolutionBlock second =
        new ConvolutionBlock(blocks.under("1"), FILTERS, FILTERS, Window.of(3, 2), INITIAL);
    ConvolutionBlock third =
        new ConvolutionBlock(blocks.under("2"), FILTERS, LAST_FILTERS, Window.of(3, 1), INITIAL);
    long points = third.points(second.points(first.points(settings.points())));
    long width = LAST_FILTERS * settings.left(points, Architecture.CNN);
    Layer layers =
        norm.then((input, pass) -> Convolution.side(input))
            .then(first)
            .then(second)
            .then(third)
            .then((input, pass) -> input.flatten(1, 2))
            .then(new LayerNorm(plan.under("output_norm"), width))
            .then(new Dropout("output", settings.dropout()));
    return new SpectrumEncoder(width, INITIAL, layers);
  }
}
