package org.debye.learning.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.ElementType;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.NamedArray;
import org.debye.learning.checkpoint.StateDict;
import org.debye.learning.collective.Alone;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.optimise.Schedule;
import org.debye.learning.train.EpochReport;
import org.debye.learning.train.Peaks;
import org.debye.learning.train.Stopping;
import org.debye.learning.train.Supervised;
import org.debye.learning.train.Trainer;
import org.debye.learning.train.TrainingSettings;
import org.debye.learning.train.TrainingState;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What training goes on from, and weights, to a folder and back, bit by bit. */
final class TrainingArraysTest {
  private static final int POINTS = 96;

  @ParameterizedTest
  @CsvSource({"FLOAT32, true", "FLOAT64, true", "FLOAT32, false"})
  void everyStateComesBack(Precision precision, boolean adam, @TempDir Path folder) {
    OptimiserSettings optimiser =
        adam
            ? new OptimiserSettings.AdamSettings(0.9, 0.999, 1e-8, 0, false)
            : new OptimiserSettings.SgdSettings(0, 0, false);
    List<TrainingState> states = new ArrayList<>();
    List<StateDict> weights = new ArrayList<>();
    train(precision, optimiser, states, weights);
    assertThat(states).hasSize(3);
    ModelFolder model = ModelFolder.at(new LocalFolderStore(folder));
    for (int epoch = 0; epoch < 3; epoch++) {
      StateDict arrays = TrainingArrays.of(states.get(epoch), precision);
      Checkpoint checkpoint =
          StoredModels.checkpoint(
              new EncoderCard(Architecture.CNN, new EncoderSettings(POINTS, 0), 3).description(),
              weights.get(epoch));
      model.save(new Checkpoint(checkpoint.card(), checkpoint.weights(), Optional.of(arrays)), 0);
      StateDict found = model.latest().orElseThrow().training().orElseThrow();
      assertThat(TrainingArrays.isEnded(found)).isFalse();
      assertThat(TrainingArrays.restore(found)).isEqualTo(states.get(epoch));
      assertThat(TrainingArrays.reports(found)).isEqualTo(states.get(epoch).reports());
      assertThat(states.get(epoch).values().remaining()).isPositive();
      assertThat(states.get(epoch).optimiser()).isNotEmpty();
    }
  }

  @Test
  void ofAnEndedTrainingItsReportsStay() {
    List<EpochReport> reports =
        List.of(
            new EpochReport(
                0,
                4,
                0.1,
                0.7,
                0.5,
                Double.NaN,
                Double.NaN,
                1.0 / 3,
                Map.of("inter", 0.25, "contrast", 2.5)));
    StateDict ended = TrainingArrays.ended(reports);
    assertThat(TrainingArrays.isEnded(ended)).isTrue();
    assertThat(TrainingArrays.reports(ended)).isEqualTo(reports);
  }

  @ParameterizedTest
  @CsvSource({"FLOAT32", "FLOAT64"})
  void weightsComeBackBitByBit(Precision precision) {
    try (WeightBlock first = block(Architecture.CNN, precision, 1);
        WeightBlock second = block(Architecture.CNN, precision, 2)) {
      StateDict arrays = NetworkArrays.of(first);
      assertThat(bits(NetworkArrays.of(second))).isNotEqualTo(bits(arrays));
      NetworkArrays.restore(arrays, second, "models/cnn");
      assertThat(bits(NetworkArrays.of(second))).isEqualTo(bits(arrays));
    }
  }

  @Test
  void weightsOfDoublePrecisionAreRoundedOnce() {
    try (WeightBlock fine = block(Architecture.CNN, Precision.FLOAT64, 1);
        WeightBlock coarse = block(Architecture.CNN, Precision.FLOAT32, 2)) {
      StateDict arrays = NetworkArrays.of(fine);
      NetworkArrays.restore(arrays, coarse, "models/cnn");
      int unlike = 0;
      for (NamedArray array : NetworkArrays.of(coarse).arrays()) {
        assertThat(array.type()).isEqualTo(ElementType.F32);
        double[] found = array.doubles();
        double[] wanted = arrays.array(array.name()).doubles();
        for (int i = 0; i < found.length; i++) {
          assertThat(found[i]).isEqualTo((float) wanted[i]);
          unlike += found[i] == wanted[i] ? 0 : 1;
        }
      }
      assertThat(unlike).isPositive();
    }
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    try (WeightBlock cnn = block(Architecture.CNN, Precision.FLOAT32, 1);
        WeightBlock fcnn = block(Architecture.FCNN, Precision.FLOAT32, 1)) {
      StateDict arrays = NetworkArrays.of(cnn);
      assertThatThrownBy(() -> NetworkArrays.restore(arrays, fcnn, "models/cnn"))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("models/cnn: ");
    }
  }

  private static void train(
      Precision precision,
      OptimiserSettings optimiser,
      List<TrainingState> states,
      List<StateDict> weights) {
    WeightPlan plan = new WeightPlan();
    Classifier classifier =
        Classifier.build(plan, Architecture.CNN, new EncoderSettings(POINTS, 0), 3);
    try (WeightBlock block =
        WeightBlock.allocate(plan, new Placement("cpu", precision)).initialise(1)) {
      TrainingSettings settings =
          new TrainingSettings(
              3,
              10,
              0.01,
              optimiser,
              new Schedule.Constant(),
              new Stopping(3, Stopping.Criterion.LOSS, 2, 0),
              1);
      new Trainer(
              settings,
              new Supervised(classifier, new CrossEntropy(new double[] {1, 1, 1})),
              block,
              new Alone())
          .train(
              Peaks.sequences(20, 1, POINTS, 3),
              Peaks.sequences(6, 1, POINTS, 3),
              null,
              (report, state) -> {
                states.add(state.get());
                weights.add(NetworkArrays.of(block));
              });
    }
  }

  private static WeightBlock block(Architecture architecture, Precision precision, long seed) {
    WeightPlan plan = new WeightPlan();
    Classifier.build(plan, architecture, new EncoderSettings(POINTS, 0), 3);
    return WeightBlock.allocate(plan, new Placement("cpu", precision)).initialise(seed);
  }

  private static Map<String, String> bits(StateDict arrays) {
    Map<String, String> bits = new java.util.TreeMap<>();
    for (NamedArray array : arrays.arrays()) {
      java.security.MessageDigest digest;
      try {
        digest = java.security.MessageDigest.getInstance("SHA-256");
      } catch (java.security.NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
      array.pages().forEach(digest::update);
      bits.put(
          array.name() + " " + java.util.Arrays.toString(array.shape()),
          java.util.HexFormat.of().formatHex(digest.digest()));
    }
    return bits;
  }
}
