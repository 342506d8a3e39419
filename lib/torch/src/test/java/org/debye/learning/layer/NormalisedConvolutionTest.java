package org.debye.learning.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.Libtorch;
import org.debye.learning.collective.Alone;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisedConvolutionTest {
  private static final Placement DOUBLES = new Placement("cpu", Precision.FLOAT64);

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void withoutGradientsItTellsWhatConvolutionAndNormalisationTell(boolean biased, boolean side) {
    WeightPlan plan = new WeightPlan();
    Window window = new Window(5, 2, 1);
    Layer layer =
        new NormalisedConvolution(
            biased
                ? Convolution.of(plan.under("conv"), 3, 4, window)
                : Convolution.unbiased(plan.under("conv"), 3, 4, window),
            new BatchNorm(plan.under("norm"), 4));
    try (WeightBlock block = WeightBlock.allocate(plan, DOUBLES).initialise(1);
        PointerScope scope = new PointerScope()) {
      RandomStream random = RandomStreams.of(2).at("weights");
      for (Weight weight : block.weights()) {
        double[] values = Numbers.doubles(weight.tensor());
        for (int i = 0; i < values.length; i++) {
          // Variances among them, one next to none.
          values[i] = i == 1 ? 1e-9 : 0.1 + 3 * random.nextDouble();
        }
        try (NoGradGuard plain = new NoGradGuard()) {
          Numbers.put(values, weight.tensor());
        }
      }
      Tensor input = torch.randn(2, 3, 41).to(torch.ScalarType.Double);
      Tensor laid = side ? input.transpose(1, 2).contiguous().transpose(1, 2) : input;
      Pass pass = Pass.looking(new Alone());
      double[] two = Numbers.doubles(layer.forward(laid, pass).contiguous());
      try (NoGradGuard plain = new NoGradGuard()) {
        Tensor one = layer.forward(laid, pass);
        assertThat(one.stride(1) == 1).isEqualTo(side);
        assertThat(Numbers.doubles(one.contiguous())).containsExactly(two, within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 9})
  void theLargestOfPairsIsTheSameWithAndWithoutGradients(int points) {
    try (PointerScope scope = new PointerScope()) {
      Tensor values = torch.randn(3, 4, points);
      values.select(0, 1).select(0, 2).select(0, 1).fill_(new Scalar(Double.NaN));
      values.select(0, 2).fill_(new Scalar(1.0));
      Tensor side = values.transpose(1, 2).contiguous().transpose(1, 2);
      for (Tensor laid : new Tensor[] {values, side}) {
        double[] pooled = Numbers.doubles(Window.PAIRS.largest(laid).contiguous());
        try (NoGradGuard plain = new NoGradGuard()) {
          Tensor largest = Window.PAIRS.largest(laid);
          assertThat(Numbers.doubles(largest.contiguous())).containsExactly(pooled);
          if (points > 3) {
            assertThat(largest.stride(1)).isEqualTo(laid.stride(1) == 1 ? 1 : points / 2);
          }
        }
      }
    }
  }
}
