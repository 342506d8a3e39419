package org.debye.learning.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.Libtorch;
import org.debye.learning.collective.Alone;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchNormTest {
  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @Test
  void aVarianceFarFromZeroKeepsItsDigits() {
    try (PointerScope scope = new PointerScope()) {
      // Mean 1000 and deviation 1: a sum of squares in single precision would keep none of it.
      Tensor noise = torch.randn(16, 3, 500);
      BatchStatistics statistics = BatchStatistics.of(noise.add(new Scalar(1000.0)), new Alone());
      Tensor shifted = noise.add(new Scalar(1000.0)).to(torch.ScalarType.Double);
      double[] expected = Numbers.doubles(shifted.var(new long[] {0, 2}, false, false));
      double[] actual = Numbers.doubles(statistics.variance());
      for (int channel = 0; channel < expected.length; channel++) {
        assertThat(actual[channel]).isCloseTo(expected[channel], within(1e-4));
      }
    }
  }

  @Test
  void valuesThatAreChangedInPlaceAreNoticed() {
    backward(torch::relu);
    assertThatThrownBy(() -> backward(Tensor::relu_))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("in place");
  }

  private static void backward(UnaryOperator<Tensor> after) {
    WeightPlan plan = new WeightPlan();
    Layer layers =
        Convolution.of(plan.under("conv"), 1, 4, Window.of(5, 1))
            .then(new BatchNorm(plan.under("norm"), 4));
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(1);
        PointerScope scope = new PointerScope()) {
      Pass pass = Pass.training(new Alone(), RandomStreams.of(1), new long[] {0, 1});
      after.apply(layers.forward(torch.randn(2, 1, 30), pass)).sum().backward();
      pass.requireBackward();
    }
  }
}
