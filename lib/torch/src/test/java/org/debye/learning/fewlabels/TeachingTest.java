package org.debye.learning.fewlabels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Examples;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.FrozenEncoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.optimise.Schedule;
import org.debye.learning.predict.Prediction;
import org.debye.learning.predict.Predictor;
import org.debye.learning.probe.Represented;
import org.debye.learning.storage.NetworkArrays;
import org.debye.learning.train.Peaks;
import org.debye.learning.train.Stopping;
import org.debye.learning.train.Supervised;
import org.debye.learning.train.Trainer;
import org.debye.learning.train.TrainingSettings;
import org.debye.learning.train.TrainingWatch;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.junit.jupiter.api.Test;

/** A layer on representations that are made once is the one on an encoder that makes them anew. */
final class TeachingTest {
  private static final RepresentationSettings ENCODER =
      new RepresentationSettings(16, 4, 12, false);
  private static final int CLASSES = 3;
  private static final Examples ALL = Peaks.sequences(40, 1, 120, CLASSES);
  private static final int[] TRAINING = IntStream.range(0, 15).toArray();
  private static final int[] VALIDATION = IntStream.range(15, 24).toArray();

  @Test
  void aLinearLayerLearnsTheSameFromRepresentationsAsThroughTheEncoder() {
    TrainingSettings settings = settings(30, 5);
    HeldSpectra representations = Represented.untrained(ALL.spectra(), ENCODER, 3);
    double[] found =
        Teaching.linear(settings, representations, ALL.labels(), CLASSES)
            .probabilities(TRAINING, VALIDATION);
    assertThat(found).containsExactly(throughTheEncoder(settings), Offset.offset(1e-5));
  }

  /** The encoder's own weights, a layer on top whose first weights are those of a layer alone. */
  private static double[] throughTheEncoder(TrainingSettings settings) {
    WeightPlan encoderPlan = new WeightPlan();
    FrozenEncoder.build(encoderPlan.under("encoder"), ENCODER);
    WeightPlan plan = new WeightPlan();
    FrozenEncoder encoder = FrozenEncoder.build(plan.under("encoder"), ENCODER);
    Classifier classifier = Classifier.on(plan, encoder, CLASSES);
    try (WeightBlock trained = WeightBlock.allocate(encoderPlan, Placement.CPU).initialise(3);
        WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(settings.seed())) {
      NetworkArrays.restorePart(NetworkArrays.of(trained), "encoder.", block, "test");
      new Trainer(
              settings, new Supervised(classifier, new CrossEntropy(CLASSES)), block, new Alone())
          .train(some(TRAINING), some(VALIDATION), null, TrainingWatch.SILENT);
      Prediction[] predictions = new Predictor(classifier, Placement.CPU, 8).predict(ALL);
      return Arrays.stream(predictions)
          .flatMapToDouble(one -> Arrays.stream(Objects.requireNonNull(one).probabilities()))
          .toArray();
    }
  }

  @Test
  void aNetworkIsTaughtByItsLabelsAlone() {
    double[] found =
        Teaching.network(
                settings(40, 0),
                org.debye.learning.network.Architecture.FCNN,
                ALL.spectra(),
                ALL.labels(),
                CLASSES)
            .probabilities(TRAINING, new int[0]);
    int right = 0;
    for (int i = 0; i < ALL.labels().length; i++) {
      double[] row = Arrays.copyOfRange(found, i * CLASSES, (i + 1) * CLASSES);
      assertThat(Arrays.stream(row).sum()).isCloseTo(1, Offset.offset(1e-6));
      right += Prediction.of(row).likeliest() == ALL.labels()[i] ? 1 : 0;
    }
    assertThat(right).isGreaterThanOrEqualTo(36);
  }

  private static Examples some(int[] chosen) {
    long[] ids = new long[ALL.labels().length];
    Arrays.setAll(ids, i -> i);
    List<int[]> single = Arrays.stream(chosen).mapToObj(i -> new int[] {i}).toList();
    return new Examples(ALL.spectra(), ALL.labels(), ids, single);
  }

  private static TrainingSettings settings(int epochs, int patience) {
    return new TrainingSettings(
        epochs,
        8,
        0.05,
        new OptimiserSettings.SgdSettings(0.9, 1e-4, false),
        new Schedule.Constant(),
        new Stopping(patience, Stopping.Criterion.LOSS, 2, 0),
        11);
  }
}
