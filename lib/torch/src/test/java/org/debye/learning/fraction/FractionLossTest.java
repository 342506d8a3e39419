package org.debye.learning.fraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.debye.fixtures.Golden;
import org.debye.learning.Libtorch;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.loss.PinballLoss;
import org.debye.learning.loss.SoftCrossEntropy;
import org.debye.learning.weight.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Losses of fractions against PyTorch: test/golden/learning/fractions.json. */
final class FractionLossTest {
  private static final int CLASSES = 3;

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @Test
  void crossEntropyOfShares() throws IOException {
    JsonNode golden = golden();
    try (PointerScope scope = new PointerScope()) {
      Tensor scores = tensor(golden, "scores", -1, CLASSES).requires_grad_(true);
      Tensor sum = SoftCrossEntropy.sum(scores, tensor(golden, "shares", -1, CLASSES));
      sum.backward();
      assertThat(sum.item_double())
          .isCloseTo(golden.get("cross_entropy").asDouble(), within(1e-12));
      assertThat(Numbers.doubles(scores.grad()))
          .containsExactly(values(golden, "cross_entropy_gradient"), within(1e-12));
    }
  }

  @Test
  void ofWholeClassesItIsTheUsualOne() {
    try (PointerScope scope = new PointerScope()) {
      Tensor scores = Tensor.create(new double[] {0.3, -1, 2, 0.7, 0.7, -0.2}).view(2, CLASSES);
      Tensor shares = Tensor.create(new double[] {0, 0, 1, 1, 0, 0}).view(2, CLASSES);
      assertThat(SoftCrossEntropy.sum(scores, shares).item_double())
          .isCloseTo(
              new CrossEntropy(CLASSES).sum(scores, new int[] {2, 0}).item_double(), within(1e-12));
    }
  }

  @Test
  void pinballLossOfQuantiles() throws IOException {
    JsonNode golden = golden();
    double[] probabilities = values(golden, "probabilities");
    try (PointerScope scope = new PointerScope()) {
      Tensor quantiles =
          tensor(golden, "quantiles", -1, probabilities.length, CLASSES).requires_grad_(true);
      Tensor sum =
          new PinballLoss(probabilities).sum(quantiles, tensor(golden, "shares", -1, CLASSES));
      sum.backward();
      assertThat(sum.item_double()).isCloseTo(golden.get("pinball").asDouble(), within(1e-12));
      assertThat(Numbers.doubles(quantiles.grad()))
          .containsExactly(values(golden, "pinball_gradient"), within(1e-12));
    }
  }

  private static Tensor tensor(JsonNode golden, String name, long... shape) {
    return Tensor.create(values(golden, name)).view(shape);
  }

  private static double[] values(JsonNode golden, String name) {
    JsonNode list = golden.get(name);
    double[] values = new double[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).asDouble();
    }
    return values;
  }

  private static JsonNode golden() throws IOException {
    return new ObjectMapper().readTree(Golden.bytes("learning/fractions.json"));
  }
}
