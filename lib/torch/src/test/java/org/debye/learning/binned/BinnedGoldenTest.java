package org.debye.learning.binned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.debye.fixtures.Golden;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Examples;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Pseudo;
import org.debye.learning.optimise.OptimiserSettings.AdamSettings;
import org.debye.learning.optimise.Schedule;
import org.debye.learning.predict.Prediction;
import org.debye.learning.predict.Predictor;
import org.debye.learning.train.EpochReport;
import org.debye.learning.train.Stopping;
import org.debye.learning.train.Trainer;
import org.debye.learning.train.TrainingSettings;
import org.debye.learning.train.TrainingWatch;
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

/**
 * Grouped networks against a PyTorch module a bin: test/golden/learning/binned.json and the script
 * it names.
 */
class BinnedGoldenTest {
  private static final JsonNode GOLDEN = read();
  private static final int SPECTRA = GOLDEN.get("spectra").asInt();
  private static final int POINTS = GOLDEN.get("points").asInt();
  private static final double[] AXIS = doubles(GOLDEN.get("axis"));
  private static final BinSettings SETTINGS =
      new BinSettings(GOLDEN.get("bins").asInt(), GOLDEN.get("hidden").asInt(), Abscissa.AXIS_UNIT);

  /** All at once; three of the four bins together; a bin at a time, 20 of its records. */
  private static final List<BinChunks> CHUNKS =
      List.of(
          BinChunks.CACHED,
          new BinChunks(3L * SETTINGS.hidden() * SPECTRA * (POINTS / SETTINGS.bins())),
          new BinChunks(20L * SETTINGS.hidden()));

  static Stream<JsonNode> ensembles() {
    return GOLDEN.get("ensemble").valueStream();
  }

  static Stream<JsonNode> joined() {
    return GOLDEN.get("joined").valueStream();
  }

  @ParameterizedTest
  @MethodSource("ensembles")
  void theEnsembleIsItsNetworksTrainedOneByOne(JsonNode golden) {
    for (BinChunks chunks : CHUNKS) {
      ensemble(golden, Precision.FLOAT64, 1e-9, chunks);
      ensemble(golden, Precision.FLOAT32, 1e-5, chunks);
    }
  }

  @ParameterizedTest
  @MethodSource("joined")
  void theJoinedBinsAreTheAuthorsNetwork(JsonNode golden) {
    for (BinChunks chunks : CHUNKS) {
      joined(golden, Precision.FLOAT64, 1e-9, chunks);
      joined(golden, Precision.FLOAT32, 1e-5, chunks);
    }
  }

  @Test
  void fifteenBinsHaveAsManyParametersAsTheAuthors() {
    WeightPlan plan = new WeightPlan();
    JoinedBins.build(plan, new double[4023], BinSettings.thesis(15), 2);
    assertThat(plan.trainedSize())
        .isEqualTo(15_871)
        .isEqualTo(GOLDEN.get("parameters of the authors' 15 bins").asLong());
  }

  private static void ensemble(
      JsonNode golden, Precision precision, double tolerance, BinChunks chunks) {
    int classes = golden.get("classes").asInt();
    WeightPlan plan = new WeightPlan();
    BinnedEnsemble ensemble = new BinnedEnsemble(plan, AXIS, SETTINGS, classes, chunks);
    try (WeightBlock block = block(plan, precision);
        PointerScope scope = new PointerScope()) {
      Tensor spectra = block.placement().of(tensor());
      Pass looking = Pass.looking(new Alone());
      close(
          Numbers.doubles(ensemble.pointScores(spectra, looking)), golden.get("scores"), tolerance);
      assertThat(Separability.of(ensemble, block.placement(), examples(classes), 4))
          .containsExactly(doubles(golden.get("separability")), within(1e-12));

      ensemble.believe(doubles(GOLDEN.get("accuracies")));
      shares(new Predictor(ensemble, block.placement(), 4), golden, tolerance);
      step(ensemble, block, golden, 8e-3, tolerance);
    }
  }

  private static void joined(
      JsonNode golden, Precision precision, double tolerance, BinChunks chunks) {
    int classes = golden.get("classes").asInt();
    WeightPlan plan = new WeightPlan();
    JoinedBins bins = new JoinedBins(plan, AXIS, SETTINGS, classes, chunks);
    try (WeightBlock block = block(plan, precision);
        PointerScope scope = new PointerScope()) {
      Tensor spectra = block.placement().of(tensor());
      close(
          Numbers.doubles(bins.columnScores(spectra, Pass.looking(new Alone()))),
          golden.get("looking"),
          tolerance);
      shares(new Predictor(bins, block.placement(), 4), golden, tolerance);
      Pass training = Pass.training(new Alone(), RandomStreams.of(1), new long[SPECTRA]);
      close(
          Numbers.doubles(bins.columnScores(spectra, training)), golden.get("training"), tolerance);
      for (Weight weight : block.weights()) {
        if (golden.get("running").has(weight.name())) {
          digest(weight.name(), weight.tensor(), golden.get("running"), tolerance);
        }
      }
      step(bins, block, golden, 2e-3, tolerance);
    }
  }

  /**
   * One full batch a step: loss and gradients after the first, weights after all. Decay is added to
   * the gradients in their place, so that the first step goes without.
   */
  private static void step(
      BinnedModel model, WeightBlock block, JsonNode golden, double rate, double tolerance) {
    int classes = model.classes();
    for (int steps : new int[] {1, GOLDEN.get("steps").asInt()}) {
      Scattered.fill(block);
      TrainingSettings settings =
          new TrainingSettings(
              steps,
              SPECTRA,
              rate,
              AdamSettings.of(steps == 1 ? 0 : 2e-5, false),
              new Schedule.Constant(),
              Stopping.NEVER,
              1);
      EpochReport first =
          new Trainer(settings, model.objective(new CrossEntropy(classes)), block, new Alone())
              .train(examples(classes), null, null, TrainingWatch.SILENT)
              .get(0);
      assertThat(first.loss()).isCloseTo(golden.get("loss").asDouble(), within(tolerance));
      String what = steps == 1 ? "gradients" : "after";
      for (Weight weight : block.weights()) {
        if (weight.trained()) {
          Tensor array = steps == 1 ? weight.tensor().grad() : weight.tensor();
          digest(weight.name(), array, golden.get(what), tolerance);
        }
      }
    }
  }

  private static void shares(Predictor predictor, JsonNode golden, double tolerance) {
    int classes = golden.get("classes").asInt();
    double[] votes = doubles(golden.get("votes"));
    Prediction[] predictions =
        Arrays.stream(predictor.predict(examples(classes)))
            .map(Objects::requireNonNull)
            .toArray(Prediction[]::new);
    assertThat(predictions).hasSize(SPECTRA);
    for (int r = 0; r < SPECTRA; r++) {
      double[] shares = Arrays.copyOfRange(votes, r * classes, (r + 1) * classes);
      double sum = Arrays.stream(shares).sum();
      Arrays.setAll(shares, k -> shares[k] / sum);
      assertThat(predictions[r].probabilities()).containsExactly(shares, within(tolerance));
    }
  }

  private static WeightBlock block(WeightPlan plan, Precision precision) {
    WeightBlock block = WeightBlock.allocate(plan, new Placement("cpu", precision)).initialise(1);
    Scattered.fill(block);
    return block;
  }

  private static double[] values() {
    double[] values = Scattered.values("spectra", SPECTRA * POINTS);
    Arrays.setAll(values, i -> (float) (3 * values[i]));
    return values;
  }

  private static Tensor tensor() {
    return Tensor.create(values()).view(SPECTRA, 1, POINTS);
  }

  private static Examples examples(int classes) {
    HeldSpectra spectra = new HeldSpectra(POINTS);
    double[] values = values();
    int[] labels = new int[SPECTRA];
    long[] ids = new long[SPECTRA];
    for (int r = 0; r < SPECTRA; r++) {
      float[] spectrum = new float[POINTS];
      for (int i = 0; i < POINTS; i++) {
        spectrum[i] = (float) values[r * POINTS + i];
      }
      spectra.add(spectrum);
      labels[r] = r % classes;
      ids[r] = r;
    }
    return Examples.single(spectra, labels, ids);
  }

  private static void digest(String name, Tensor array, JsonNode golden, double tolerance) {
    double[] values = Numbers.doubles(array);
    double[] probe = Pseudo.values("probe", values.length);
    double norm = 0;
    double dot = 0;
    for (int i = 0; i < values.length; i++) {
      norm += values[i] * values[i];
      dot += values[i] * probe[i];
    }
    assertThat(Math.sqrt(norm))
        .as(name)
        .isCloseTo(golden.get(name).get("norm").asDouble(), within(tolerance));
    assertThat(dot).as(name).isCloseTo(golden.get(name).get("dot").asDouble(), within(tolerance));
  }

  private static void close(double[] actual, JsonNode expected, double tolerance) {
    double[] values = doubles(expected);
    double scale = Math.max(1, Arrays.stream(values).map(Math::abs).max().orElse(0));
    assertThat(actual).containsExactly(values, within(tolerance * scale));
  }

  private static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Golden.bytes("learning/binned.json"));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
