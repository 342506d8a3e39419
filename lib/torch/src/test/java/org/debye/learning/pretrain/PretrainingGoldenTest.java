package org.debye.learning.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.debye.augmentation.AugmentationChain;
import org.debye.fixtures.Golden;
import org.debye.learning.collective.Alone;
import org.debye.learning.contrast.ContrastSettings;
import org.debye.learning.contrast.MomentumSettings;
import org.debye.learning.contrast.SupervisedContrast;
import org.debye.learning.data.Batch;
import org.debye.learning.data.Views;
import org.debye.learning.layer.Pass;
import org.debye.learning.network.Pseudo;
import org.debye.learning.network.RepresentationEncoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.train.LossSum;
import org.debye.learning.train.Objective;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pre-training against PyTorch twins: test/golden/learning/pretraining.json. */
class PretrainingGoldenTest {
  private static final JsonNode GOLDEN = read("learning/pretraining.json");
  private static final int RECORDS = PretrainingDraws.RECORDS;
  private static final Views SCALED = new Views(AugmentationChain.of(PretrainingDraws.SCALING));

  @Test
  void theTwinsDrewWhatIsDrawn() {
    assertThat(new ObjectMapper().<JsonNode>valueToTree(PretrainingDraws.draws()))
        .isEqualTo(read("learning/pretraining-draws.json"));
  }

  @Test
  void supervisedContrast() {
    for (boolean feedForward : new boolean[] {false, true}) {
      JsonNode golden = GOLDEN.get("supervised").get(feedForward ? 1 : 0);
      WeightPlan plan = new WeightPlan();
      RepresentationSettings settings = new RepresentationSettings(256, 16, 236, feedForward);
      Objective objective =
          new SupervisedContrast(
              plan,
              RepresentationEncoder.build(plan.under("encoder"), settings),
              SCALED,
              ContrastSettings.OF_THE_THESIS);
      check(plan, objective, IntStream.range(0, RECORDS).map(i -> i % 3).toArray(), golden);
    }
  }

  static Stream<JsonNode> results() {
    return GOLDEN.get("self-supervised").valueStream();
  }

  @ParameterizedTest
  @MethodSource("results")
  void relationsAndMomentumContrast(JsonNode golden) {
    String coefficient = golden.get("coefficient").asText();
    WeightPlan plan = new WeightPlan();
    Objective objective =
        new SelfSupervised(
            plan,
            RepresentationSettings.SELF_SUPERVISED,
            SCALED,
            new SelfSupervisedSettings(
                coefficient.equals("inf")
                    ? Double.POSITIVE_INFINITY
                    : Double.parseDouble(coefficient),
                PretrainingDraws.VIEWS,
                5,
                golden.get("parts").asInt(),
                new MomentumSettings(ContrastSettings.OF_THE_THESIS, 20, 0.99)));
    check(plan, objective, IntStream.range(0, RECORDS).map(i -> i % 5).toArray(), golden);
  }

  private static void check(WeightPlan plan, Objective objective, int[] labels, JsonNode golden) {
    try (WeightBlock block = WeightBlock.allocate(plan, new Placement("cpu", Precision.FLOAT64));
        PointerScope scope = new PointerScope()) {
      Pseudo.fill(block);
      block.weights().stream()
          .filter(weight -> weight.name().matches("begun|queue.next"))
          .forEach(weight -> weight.tensor().zero_());
      long[] ids = IntStream.range(0, RECORDS).asLongStream().toArray();
      Tensor spectra = block.placement().of(Pseudo.spectra(RECORDS, 1, PretrainingDraws.POINTS));
      Pass pass = Pass.training(new Alone(), RandomStreams.of(PretrainingDraws.SEED), ids);
      LossSum loss = objective.of(new Batch(spectra, labels, ids), pass);
      loss.sum().backward();
      assertThat(loss.sum().item_double() / loss.count())
          .isCloseTo(golden.get("loss").asDouble(), within(1e-9));
      gradients(block, loss.count(), golden.get("gradients"));
    }
  }

  private static void gradients(WeightBlock block, double count, JsonNode golden) {
    double largest = 0;
    for (JsonNode gradient : golden) {
      largest = Math.max(largest, gradient.get("norm").asDouble());
    }
    int checked = 0;
    for (Weight weight : block.weights()) {
      if (weight.trained()) {
        double[] gradient = Numbers.doubles(weight.tensor().grad());
        double[] probe = Pseudo.values("probe", gradient.length);
        double dot =
            IntStream.range(0, probe.length).mapToDouble(i -> gradient[i] * probe[i]).sum();
        assertThat(dot / count)
            .as(weight.name())
            .isCloseTo(golden.get(weight.name()).get("dot").asDouble(), within(1e-8 * largest));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(golden.size());
  }

  private static JsonNode read(String name) {
    try {
      return new ObjectMapper().readTree(Golden.bytes(name));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
