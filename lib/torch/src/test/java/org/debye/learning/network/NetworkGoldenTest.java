package org.debye.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.debye.fixtures.Golden;
import org.debye.learning.collective.Alone;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks against PyTorch twins: test/golden/learning/networks.json and the script it names. */
class NetworkGoldenTest {
  private static final JsonNode GOLDEN = read();

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void numberOfParametersIsThatOfThesisAndPaper(Architecture architecture) {
    WeightPlan plan = new WeightPlan();
    Classifier.build(plan, architecture, new EncoderSettings(4023, 0), 2);

    Map<Architecture, Long> table =
        Map.of(
            Architecture.FCNN, 1_204_335L,
            Architecture.CNN, 23_307L,
            Architecture.RESNET, 2_354_535L - 2_060_288L,
            Architecture.LSTM, 6_273_391L,
            Architecture.TRANSFORMER, 1_830_511L,
            Architecture.CONV_SC, 659_525L,
            Architecture.CONV_SCT, 1_953_353L,
            Architecture.XANES_MLP, 362_160L + 5_460 + 1_220 + 21,
            Architecture.XANES_CNN, 88L + 8 * 2007 * 90 + 90 + 5_460 + 1_220 + 21);
    assertThat(plan.trainedSize())
        .isEqualTo(table.get(architecture))
        .isEqualTo(GOLDEN.get("parameters of 4023 points").get(architecture.name()).asLong());
  }

  static Stream<JsonNode> results() {
    return GOLDEN.get("results").valueStream();
  }

  @ParameterizedTest
  @MethodSource("results")
  void forwardAndBackwardAgreeInDoublePrecision(JsonNode golden) {
    check(golden, Precision.FLOAT64, 1e-9, 1e-8);
  }

  @ParameterizedTest
  @MethodSource("results")
  void forwardAndBackwardAgreeInSinglePrecision(JsonNode golden) {
    check(golden, Precision.FLOAT32, 1e-5, 1e-4);
  }

  private static void check(
      JsonNode golden, Precision precision, double ofScores, double ofSlopes) {
    int classes = golden.get("outputs").asInt() == 1 ? 2 : golden.get("outputs").asInt();
    EncoderSettings settings = new EncoderSettings(GOLDEN.get("points").asInt(), 0);
    WeightPlan plan = new WeightPlan();
    Architecture architecture = Architecture.valueOf(golden.get("network").asText());
    Classifier classifier = Classifier.build(plan, architecture, settings, classes);
    try (WeightBlock block = WeightBlock.allocate(plan, new Placement("cpu", precision));
        PointerScope scope = new PointerScope()) {
      Pseudo.fill(block);
      int length = GOLDEN.get("length").asInt();
      int sequences = GOLDEN.get("sequences").asInt();
      Tensor spectra = block.placement().of(Pseudo.spectra(sequences, length, settings.points()));

      Tensor looking = classifier.scores(spectra, Pass.looking(new Alone()));
      close(Numbers.doubles(looking), golden.get("looking"), ofScores);

      long[] records = IntStream.range(0, sequences * length).asLongStream().toArray();
      Pass pass = Pass.training(new Alone(), RandomStreams.of(1), records);
      Tensor scores = classifier.scores(spectra, pass);
      close(Numbers.doubles(scores), golden.get("training"), ofScores);

      int[] labels = IntStream.range(0, sequences * length).map(i -> i % classes).toArray();
      Tensor loss = new CrossEntropy(classes).sum(scores, labels).div(scalar(labels.length));
      loss.backward();
      assertThat(loss.item_double()).isCloseTo(golden.get("loss").asDouble(), within(ofScores));
      slopes(block, golden, ofSlopes);
    }
  }

  private static void slopes(WeightBlock block, JsonNode golden, double tolerance) {
    double largest = 0;
    for (JsonNode gradient : golden.get("gradients")) {
      largest = Math.max(largest, gradient.get("norm").asDouble());
    }
    List<String> names = new ArrayList<>();
    for (Weight weight : block.weights()) {
      if (weight.trained()) {
        names.add(weight.name());
        double[] gradient = Numbers.doubles(weight.tensor().grad());
        double[] probe = Pseudo.values("probe", gradient.length);
        JsonNode expected = golden.get("gradients").get(weight.name());
        double dot =
            IntStream.range(0, probe.length).mapToDouble(i -> gradient[i] * probe[i]).sum();
        double norm =
            Math.sqrt(
                IntStream.range(0, probe.length).mapToDouble(i -> gradient[i] * gradient[i]).sum());
        double bound = tolerance * largest;
        assertThat(norm)
            .as(weight.name())
            .isCloseTo(expected.get("norm").asDouble(), within(bound));
        assertThat(dot).as(weight.name()).isCloseTo(expected.get("dot").asDouble(), within(bound));
      } else if (golden.get("running").has(weight.name())) {
        close(
            Numbers.doubles(weight.tensor()), golden.get("running").get(weight.name()), tolerance);
      }
    }
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            golden.get("gradients").propertyStream().map(Map.Entry::getKey).toList());
  }

  private static Scalar scalar(double value) {
    return new Scalar(value);
  }

  private static void close(double[] actual, JsonNode expected, double tolerance) {
    assertThat(actual).hasSize(expected.size());
    double scale = 1;
    for (JsonNode value : expected) {
      scale = Math.max(scale, Math.abs(value.asDouble()));
    }
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).isCloseTo(expected.get(i).asDouble(), within(tolerance * scale));
    }
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Golden.bytes("learning/networks.json"));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
