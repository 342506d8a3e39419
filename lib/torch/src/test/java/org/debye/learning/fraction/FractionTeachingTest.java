package org.debye.learning.fraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.debye.learning.Libtorch;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.network.Architecture;
import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.optimise.Schedule;
import org.debye.learning.probe.MeasuredTargets;
import org.debye.learning.train.Stopping;
import org.debye.learning.train.TrainingSettings;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A network learns how much of two peaks there is, and within what. */
final class FractionTeachingTest {
  private static final int POINTS = 40;
  private static final int CLASSES = 2;
  private static final IntervalLevels LEVELS = new IntervalLevels(List.of(0.5, 0.9));

  @BeforeAll
  static void load() {
    Libtorch.load(1);
  }

  private record Mixed(HeldSpectra spectra, float[] fractions) {}

  /** Two peaks of heights f and 1 - f, each height with an error that f itself does not tell. */
  private static Mixed mixed(int count, String name) {
    HeldSpectra spectra = new HeldSpectra(POINTS);
    float[] fractions = new float[count * CLASSES];
    for (int i = 0; i < count; i++) {
      RandomStream random = RandomStreams.of(5).at(name, i);
      double share = random.nextDouble();
      double seen = share + 0.1 * (random.nextDouble() - 0.5);
      fractions[i * CLASSES] = (float) share;
      fractions[i * CLASSES + 1] = (float) (1 - share);
      float[] values = new float[POINTS];
      for (int p = 0; p < POINTS; p++) {
        values[p] = (float) (4 * seen * peak(p - 12) + 4 * (1 - seen) * peak(p - 26));
      }
      spectra.add(values);
    }
    return new Mixed(spectra, fractions);
  }

  private static double peak(double x) {
    return Math.exp(-x * x / 18);
  }

  private static FractionAnswers taught(IntervalLevels levels) {
    Mixed learnt = mixed(2_000, "learnt");
    TrainingSettings settings =
        new TrainingSettings(
            30,
            32,
            0.003,
            OptimiserSettings.AdamSettings.of(0, false),
            new Schedule.Constant(),
            new Stopping(0, Stopping.Criterion.LOSS, 2, 0),
            3);
    FractionTeaching teaching = new FractionTeaching(settings, Architecture.XANES_MLP, 0, levels);
    return teaching
        .answers(
            learnt.spectra(),
            MeasuredTargets.complete(CLASSES, learnt.fractions()),
            List.of(mixed(1_000, "asked").spectra()))
        .get(0);
  }

  @Test
  void fractionsAndQuantilesAreLearnt() {
    FractionAnswers answers = taught(LEVELS);
    float[] truth = mixed(1_000, "asked").fractions();
    double squares = 0;
    int[] inside = new int[2];
    for (int i = 0; i < truth.length; i++) {
      double off = answers.fractions()[i] - truth[i];
      squares += off * off;
      for (int level = 0; level < 2; level++) {
        boolean holds =
            answers.lower()[level][i] <= truth[i] && truth[i] <= answers.upper()[level][i];
        inside[level] += holds ? 1 : 0;
      }
    }
    // what cannot be known is uniform within 0.05: a standard deviation of 0.029
    assertThat(Math.sqrt(squares / truth.length)).isBetween(0.02, 0.05);
    assertThat(inside[0] / (double) truth.length).isCloseTo(0.5, within(0.2));
    assertThat(inside[1] / (double) truth.length).isCloseTo(0.9, within(0.1));
    for (int i = 0; i < answers.count(); i++) {
      assertThat(answers.fractions()[2 * i] + answers.fractions()[2 * i + 1])
          .isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void withoutLevelsItIsAClassifierAndTheSameSeedGivesTheSameBits() {
    FractionAnswers answers = taught(IntervalLevels.none());
    assertThat(answers.lower()).isEmpty();
    assertThat(answers.fractions()).isEqualTo(taught(IntervalLevels.none()).fractions());
  }
}
