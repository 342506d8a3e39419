package org.debye.learning.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.layer.BatchNorm;
import org.debye.learning.layer.Convolution;
import org.debye.learning.layer.Dropout;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.LayerNorm;
import org.debye.learning.layer.NormalisedConvolution;
import org.debye.learning.layer.Pass;
import org.debye.learning.layer.Window;
import org.debye.learning.weight.WeightPlan;

/**
 * The multi-scale residual network of section 5.2.3: a stem, three streams of three blocks with
 * kernels of 3, 5, 7, added. The 2,060,288 parameters that Table 5.1 counts beyond these are a
 * linear layer from 4,023 to 512 that the authors' program makes and never calls; it is not here.
 */
final class ResNet implements Layer {
  private static final long FILTERS = 64;
  private static final long LAST_FILTERS = 8;
  private static final Window STEM = new Window(7, 2, 3);
  private static final Window STEM_POOL = new Window(3, 2, 1);
  private static final long[] KERNELS = {3, 5, 7};
  private static final long[] POOLS = {16, 11, 6};

  private final NormalisedConvolution stem;
  private final List<ResidualStream> streams = new ArrayList<>();
  private final long points;

  private ResNet(WeightPlan plan, EncoderSettings settings) {
    stem =
        new NormalisedConvolution(
            Convolution.unbiased(plan.under("conv1"), 1, FILTERS, STEM),
            new BatchNorm(plan.under("bn1"), FILTERS));
    long stemmed = STEM_POOL.places(STEM.places(settings.points()));
    long shortest = Long.MAX_VALUE;
    for (int s = 0; s < KERNELS.length; s++) {
      WeightPlan named = plan.under("stream" + KERNELS[s]);
      long[] planes = {FILTERS, FILTERS, FILTERS, LAST_FILTERS};
      ResidualStream stream = new ResidualStream(named, planes, KERNELS[s], Window.of(POOLS[s], 1));
      streams.add(stream);
      shortest = Math.min(shortest, stream.points(stemmed));
    }
    points = settings.left(shortest, Architecture.RESNET);
  }

  static Encoder build(WeightPlan plan, EncoderSettings settings) {
    LayerNorm norm = new LayerNorm(plan.under("input_norm"), settings.points());
    ResNet net = new ResNet(plan, settings);
    long width = LAST_FILTERS * net.points;
    Layer layers =
        norm.then(net)
            .then(new LayerNorm(plan.under("output_norm"), width))
            .then(new Dropout("output", settings.dropout()));
    return new SpectrumEncoder(width, layers);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor filtered = stem.forward(Convolution.side(input), pass);
    Tensor stemmed = torch.relu(STEM_POOL.largest(filtered));
    Tensor sum = streams.get(0).forward(stemmed, pass).narrow(2, 0, points);
    for (ResidualStream stream : streams.subList(1, streams.size())) {
      sum = sum.add(stream.forward(stemmed, pass).narrow(2, 0, points));
    }
    return sum.flatten(1, 2);
  }
}
