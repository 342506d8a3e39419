package org.debye.learning.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.debye.fixtures.Golden;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Optimisers against PyTorch's: test/golden/learning/optimisers.json and the script it names. */
class OptimiserGoldenTest {
  private record Case(String path, double rate, OptimiserSettings settings) {}

  private static final Case DECAY =
      new Case("adam decay", 0.05, new OptimiserSettings.AdamSettings(0.8, 0.95, 1e-6, 0.1, false));

  static Stream<Case> cases() {
    return Stream.of(
        new Case("sgd", 0.05, new OptimiserSettings.SgdSettings(0, 0, false)),
        new Case("sgd momentum", 0.02, new OptimiserSettings.SgdSettings(0.9, 0.01, false)),
        new Case("sgd nesterov", 0.02, new OptimiserSettings.SgdSettings(0.8, 0, true)),
        new Case("adam", 0.05, OptimiserSettings.AdamSettings.of(0, false)),
        DECAY,
        new Case("adamw", 0.05, OptimiserSettings.AdamSettings.of(0.1, true)),
        new Case("adagrad", 0.1, new OptimiserSettings.AdaGradSettings(1e-10, 0.05)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takesThePathOfPyTorch(Case one) throws IOException {
    JsonNode path =
        new ObjectMapper()
            .readTree(Golden.bytes("learning/optimisers.json"))
            .get("paths")
            .get(one.path);
    try (WeightBlock block = start();
        Optimiser optimiser = one.settings.of(block)) {
      for (JsonNode point : path) {
        Numbers.put(gradient(Numbers.doubles(block.values())), block.gradients());
        optimiser.step(one.rate);
        double[] values = Numbers.doubles(block.values());
        for (int i = 0; i < values.length; i++) {
          assertThat(values[i]).isCloseTo(point.get(i).asDouble(), within(1e-12));
        }
      }
    }
  }

  @Test
  void goesOnFromItsStateAsIfItHadNotStopped() {
    OptimiserSettings settings = DECAY.settings;
    try (WeightBlock whole = start();
        Optimiser through = settings.of(whole);
        WeightBlock first = start();
        Optimiser before = settings.of(first)) {
      run(whole, through, 20);
      run(first, before, 9);
      try (WeightBlock second = start();
          Optimiser after = settings.of(second)) {
        Numbers.put(Numbers.doubles(first.values()), second.values());
        after
            .state()
            .forEach(
                (name, tensor) -> copy(Objects.requireNonNull(before.state().get(name)), tensor));
        after.resume(before.steps());
        run(second, after, 11);
        assertThat(Numbers.doubles(second.values())).isEqualTo(Numbers.doubles(whole.values()));
      }
    }
  }

  private static void copy(Tensor from, Tensor to) {
    Numbers.put(Numbers.bytes(from), to);
  }

  private static void run(WeightBlock block, Optimiser optimiser, int steps) {
    for (int s = 0; s < steps; s++) {
      Numbers.put(gradient(Numbers.doubles(block.values())), block.gradients());
      optimiser.step(0.05);
    }
  }

  private static WeightBlock start() {
    WeightPlan plan = new WeightPlan();
    plan.weight("x", Initial.ZEROS, 4);
    WeightBlock block = WeightBlock.allocate(plan, new Placement("cpu", Precision.FLOAT64));
    Numbers.put(new double[] {1, -2, 0.5, 3}, block.values());
    return block;
  }

  /** Of (1-a)^2 + 3 (b-a^2)^2 + cosh c + d^4/10 + a d. */
  private static double[] gradient(double[] x) {
    double a = x[0];
    double b = x[1] - a * a;
    double d = x[3];
    return new double[] {
      -2 * (1 - a) - 12 * a * b + d, 6 * b, Math.sinh(x[2]), 0.4 * d * d * d + a
    };
  }
}
