package org.debye.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Examples;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.optimise.Schedule;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reduced precision is a matter of the forward pass: weights stay float32, and learn as well. */
class AutocastTest {
  private static final int POINTS = 160;

  @ParameterizedTest
  @EnumSource(names = {"CNN", "CONV_SC"})
  void learnsNearlyAsInSinglePrecision(Architecture architecture) {
    Outcome single = train(architecture, Precision.FLOAT32);
    Outcome reduced = train(architecture, Precision.BFLOAT16_AUTOCAST);

    double first = single.reports().get(0).loss();
    assertThat(reduced.reports().get(0).loss()).isCloseTo(first, within(0.05 * first));
    assertThat(reduced.weights()).as("another computation").isNotEqualTo(single.weights());
    assertThat(reduced.reports().get(5).loss()).isLessThan(0.5 * first);
    assertThat(reduced.bytes()).as("float32 weights").isEqualTo(single.bytes());
  }

  private record Outcome(List<EpochReport> reports, double[] weights, int bytes) {}

  private static Outcome train(Architecture architecture, Precision precision) {
    Examples examples = Peaks.sequences(48, 1, POINTS, 3);
    WeightPlan plan = new WeightPlan();
    Classifier classifier = Classifier.build(plan, architecture, new EncoderSettings(POINTS, 0), 3);
    Placement placement = new Placement("cpu", precision);
    TrainingSettings settings =
        new TrainingSettings(
            6,
            16,
            0.005,
            OptimiserSettings.AdamSettings.of(0, false),
            new Schedule.Constant(),
            Stopping.NEVER,
            3);
    try (WeightBlock block = WeightBlock.allocate(plan, placement).initialise(3)) {
      List<EpochReport> reports =
          new Trainer(settings, new Supervised(classifier, new CrossEntropy(3)), block, new Alone())
              .train(examples, null, null, TrainingWatch.SILENT);
      return new Outcome(
          reports, Numbers.doubles(block.values()), Numbers.bytes(block.values()).remaining());
    }
  }
}
