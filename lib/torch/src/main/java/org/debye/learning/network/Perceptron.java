package org.debye.learning.network;

import org.bytedeco.pytorch.global.torch;
import org.debye.learning.layer.Convolution;
import org.debye.learning.layer.Dropout;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Window;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.WeightPlan;

/**
 * The networks of Carbone et al. 2019 (Phys. Rev. Materials 3:033604, section II C): hidden layers
 * of 90, 60 and 20 with rectifiers and dropout; before them, of the convolutional one, eight
 * filters of ten points, stride one, a rectifier, the largest of each pair, and dropout. Weights
 * begin as in Keras, which the authors used: Glorot's uniform distribution, and no bias.
 */
final class Perceptron {
  private static final long[] HIDDEN = {90, 60, 20};
  private static final long FILTERS = 8;
  private static final Window FILTER = Window.of(10, 1);
  private static final Window PAIRS = Window.of(2, 2);

  private Perceptron() {}

  static Encoder plain(WeightPlan plan, EncoderSettings settings) {
    return hidden(plan, settings, (input, pass) -> input, settings.points());
  }

  static Encoder convolutional(WeightPlan plan, EncoderSettings settings) {
    Convolution filters =
        Convolution.of(
            plan.under("conv"),
            1,
            FILTERS,
            FILTER,
            Initial.xavier(FILTER.size(), FILTERS * FILTER.size()),
            Initial.ZEROS);
    long points = PAIRS.places(FILTER.places(settings.points()));
    long width = FILTERS * settings.left(points, Architecture.XANES_CNN);
    Layer unsqueezed = (input, pass) -> input.unsqueeze(1);
    Layer layers =
        unsqueezed
            .then(filters)
            .then((input, pass) -> torch.relu(PAIRS.largest(input)).flatten(1, 2))
            .then(new Dropout("conv", settings.dropout()));
    return hidden(plan, settings, layers, width);
  }

  private static Encoder hidden(
      WeightPlan plan, EncoderSettings settings, Layer before, long inputs) {
    Layer layers = before;
    long width = inputs;
    for (int l = 0; l < HIDDEN.length; l++) {
      String name = "hidden." + l;
      Initial initial = Initial.xavier(width, HIDDEN[l]);
      layers =
          layers
              .then(new Linear(plan.under(name), width, HIDDEN[l], initial, Initial.ZEROS))
              .then((input, pass) -> torch.relu(input))
              .then(new Dropout(name, settings.dropout()));
      width = HIDDEN[l];
    }
    return new SpectrumEncoder(width, layers);
  }
}
