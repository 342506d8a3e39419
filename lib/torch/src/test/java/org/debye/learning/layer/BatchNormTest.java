package org.debye.learning.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchNormTest {
  private static final Placement DOUBLES = new Placement("cpu", Precision.FLOAT64);

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

  /** Half a million of a channel: 256 spectra of 2,010 points. */
  @Test
  void statisticsOfManyValuesAreExactInBothLayouts() {
    try (PointerScope scope = new PointerScope()) {
      Tensor values = torch.randn(256, 4, 2010).square();
      Tensor exact = values.to(torch.ScalarType.Double);
      double[] means = Numbers.doubles(exact.mean(0, 2));
      double[] variances = Numbers.doubles(exact.var(new long[] {0, 2}, false, false));
      for (Tensor laidOut : new Tensor[] {values, side(values)}) {
        BatchStatistics statistics = BatchStatistics.of(laidOut, new Alone());
        double[] mean = Numbers.doubles(statistics.mean());
        double[] variance = Numbers.doubles(statistics.variance());
        for (int channel = 0; channel < means.length; channel++) {
          assertThat(mean[channel] / means[channel]).isCloseTo(1, within(4e-6));
          assertThat(variance[channel] / variances[channel]).isCloseTo(1, within(4e-6));
        }
      }
    }
  }

  @Test
  void channelsSideBySideStaySoAndTellTheSame() {
    WeightPlan plan = new WeightPlan();
    Convolution first = Convolution.of(plan.under("first"), 1, 6, new Window(7, 2, 3));
    BatchNorm norm = new BatchNorm(plan.under("norm"), 6);
    Convolution second = Convolution.unbiased(plan.under("second"), 6, 4, new Window(3, 1, 1));
    Layer layers =
        first
            .then(norm)
            .then((input, pass) -> new Window(3, 2, 1).largest(torch.relu(input)))
            .then(second);
    try (WeightBlock block = WeightBlock.allocate(plan, DOUBLES).initialise(1);
        PointerScope scope = new PointerScope()) {
      Tensor spectra = torch.randn(3, 101).to(torch.ScalarType.Double);
      List<double[]> found = new ArrayList<>();
      for (boolean side : new boolean[] {false, true}) {
        block.gradients().zero_();
        Tensor given = spectra.clone().requires_grad_(true);
        Pass pass = Pass.training(new Alone(), RandomStreams.of(1), new long[] {0, 1, 2});
        Tensor out = layers.forward(side ? Convolution.side(given) : given.unsqueeze(1), pass);
        assertThat(out.stride(1) == 1).isEqualTo(side);
        out.square().sum().backward();
        pass.requireBackward();
        found.add(Numbers.doubles(out.contiguous()));
        found.add(Numbers.doubles(given.grad()));
        found.add(Numbers.doubles(block.gradients()));
      }
      for (int i = 0; i < 3; i++) {
        assertThat(found.get(i + 3)).containsExactly(found.get(i), within(1e-10));
      }
    }
  }

  @Test
  void oneDnnKeepsChannelsSideBySideWithAndWithoutGradients() {
    WeightPlan plan = new WeightPlan();
    Layer layers =
        Convolution.of(plan.under("first"), 1, 16, new Window(7, 2, 3))
            .then(new BatchNorm(plan.under("norm"), 16))
            .then((input, pass) -> new Window(3, 2, 1).largest(torch.relu(input)))
            .then(Convolution.unbiased(plan.under("second"), 16, 8, new Window(3, 1, 1)));
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(1);
        PointerScope scope = new PointerScope()) {
      Tensor spectra = torch.randn(4, 401);
      Pass training = Pass.training(new Alone(), RandomStreams.of(1), new long[] {0, 1, 2, 3});
      assertThat(layers.forward(Convolution.side(spectra), training).stride(1)).isEqualTo(1);
      try (NoGradGuard plain = new NoGradGuard()) {
        Tensor out = layers.forward(Convolution.side(spectra), Pass.looking(new Alone()));
        Tensor other = layers.forward(spectra.unsqueeze(1), Pass.looking(new Alone()));
        assertThat(out.stride(1)).isEqualTo(1);
        assertThat(other.stride(2)).isEqualTo(1);
        assertThat(Numbers.doubles(out.contiguous()))
            .containsExactly(Numbers.doubles(other), within(1e-5));
      }
    }
  }

  private static Tensor side(Tensor values) {
    return values.transpose(1, 2).contiguous().transpose(1, 2);
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
