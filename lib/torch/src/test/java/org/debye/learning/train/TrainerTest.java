package org.debye.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.failure.InputException;
import org.debye.learning.collective.Alone;
import org.debye.learning.collective.Collective;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {
  private static final int POINTS = 96;

  /** Adam would divide the rounding of gradients that are zero by itself. */
  private static final OptimiserSettings DESCENT = new OptimiserSettings.SgdSettings(0, 0, false);

  @Test
  void learnsToTellPeaksApart() {
    Run run = new Run(Architecture.CNN, Peaks.sequences(60, 1, POINTS, 3), 3, settings(60));

    List<EpochReport> reports = run.go(new Alone()).reports();

    assertThat(reports.get(reports.size() - 1).accuracy()).isEqualTo(1);
    assertThat(reports.get(reports.size() - 1).loss()).isLessThan(reports.get(0).loss() / 4);
  }

  @Test
  void repeatsBitByBit() {
    Run run =
        new Run(Architecture.CONV_SCT, Peaks.sequences(6, 5, POINTS, 2), 2, settings(3))
            .withDropout(0.3);

    assertThat(run.go(new Alone()).values()).isEqualTo(run.go(new Alone()).values());
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void oneStepOfTwoRanksIsOneStepOfOne(Architecture architecture) {
    Examples examples = Peaks.sequences(7, 4, points(architecture), 2);
    Run run =
        new Run(architecture, examples, 2, settings(1).frames(examples.frames()).by(DESCENT))
            .withDropout(0.2);

    double[] alone = run.go(new Alone()).values();
    List<Outcome> both = ThreadRanks.run(2, run::go);

    assertThat(both.get(0).values()).isEqualTo(both.get(1).values());
    assertThat(farthest(both.get(0).values(), alone)).isLessThan(1e-5);
  }

  @ParameterizedTest
  @CsvSource({"CNN, 2", "CNN, 3", "CONV_SCT, 2"})
  void hundredStepsOfManyRanksAreThoseOfOneInDoublePrecision(Architecture architecture, int ranks) {
    Examples examples = Peaks.sequences(10, 2, POINTS, 2);
    Run run =
        new Run(architecture, examples, 2, settings(50).frames(10))
            .in(Precision.FLOAT64)
            .withDropout(0.1);

    Outcome alone = run.go(new Alone());
    Outcome shared = ThreadRanks.run(ranks, run::go).get(0);

    assertThat(alone.reports().get(49).steps()).isEqualTo(100);
    assertThat(farthest(shared.values(), alone.values())).isLessThan(1e-8);
    assertThat(farthest(shared.buffers(), alone.buffers())).isLessThan(1e-8);
  }

  @Test
  void goesOnFromACheckpointAsIfItHadNotStopped() {
    Examples examples = Peaks.sequences(20, 1, POINTS, 2);
    List<TrainingState> states = new ArrayList<>();
    Run run = new Run(Architecture.CNN, examples, 2, settings(6)).withDropout(0.1);
    run.watch = (report, state) -> states.add(state.get());
    Outcome whole = run.go(new Alone());

    run.from = states.get(2);
    Outcome resumed = run.go(new Alone());

    assertThat(resumed.values()).isEqualTo(whole.values());
    assertThat(resumed.reports()).hasSize(6);
    assertThat(resumed.reports().get(5).loss()).isEqualTo(whole.reports().get(5).loss());
  }

  @Test
  void stopsWhenValidationGrowsWorseAndKeepsTheBest() {
    Examples examples = Peaks.sequences(20, 1, POINTS, 2);
    Run run =
        new Run(
            Architecture.FCNN,
            examples,
            2,
            settings(400).stopping(new Stopping(3, Stopping.Criterion.LOSS, 2, 0)));
    run.validation = withClassesExchanged(examples);

    List<EpochReport> reports = run.go(new Alone()).reports();

    assertThat(reports).hasSize(4);
    double best = reports.stream().mapToDouble(EpochReport::validationLoss).min().orElseThrow();
    assertThat(reports.get(0).validationLoss()).isEqualTo(best);
  }

  @Test
  void ofTheBestAccuracyTheFirstEpochIsKept() {
    Examples examples = Peaks.sequences(20, 1, POINTS, 2);
    Stopping byAccuracy = new Stopping(5, Stopping.Criterion.ACCURACY, 2, 0);
    Run run = new Run(Architecture.FCNN, examples, 2, settings(60).stopping(byAccuracy));
    run.validation = examples;
    List<TrainingState> states = new ArrayList<>();
    run.watch = (report, state) -> states.add(state.get());

    Outcome outcome = run.go(new Alone());

    List<EpochReport> reports = outcome.reports();
    double most = reports.stream().mapToDouble(EpochReport::validationAccuracy).max().orElseThrow();
    int first = 0;
    while (reports.get(first).validationAccuracy() < most) {
      first++;
    }
    assertThat(reports).hasSize(first + 1 + 5).hasSizeLessThan(60);
    // By the loss, which still falls, it would have gone on.
    assertThat(reports.get(first + 5).validationLoss())
        .isLessThan(reports.get(first).validationLoss());
    float[] kept = new float[outcome.values().length];
    states.get(first).values().asFloatBuffer().get(kept);
    for (int i = 0; i < kept.length; i++) {
      assertThat(outcome.values()[i]).isEqualTo(kept[i]);
    }
    run.from = states.get(first + 2);
    assertThat(run.go(new Alone()).values()).isEqualTo(outcome.values());
  }

  @Test
  void moreRanksThanSequencesAreRefused() {
    Run run = new Run(Architecture.CNN, Peaks.sequences(2, 1, POINTS, 2), 2, settings(1));

    assertThatThrownBy(() -> ThreadRanks.run(3, run::go))
        .rootCause()
        .isInstanceOf(InputException.class)
        .hasMessage(
            "training examples: 2 sequences of spectra make a batch of 2, which 3 ranks cannot"
                + " share. Give more spectra, a larger batch, or fewer ranks.");
  }

  private static Examples withClassesExchanged(Examples examples) {
    int[] labels = Arrays.stream(examples.labels()).map(label -> 1 - label).toArray();
    return new Examples(examples.spectra(), labels, examples.ids(), examples.sequences());
  }

  private static int points(Architecture architecture) {
    return architecture == Architecture.RESNET ? 640 : POINTS;
  }

  private static double farthest(double[] one, double[] other) {
    double farthest = 0;
    for (int i = 0; i < one.length; i++) {
      farthest = Math.max(farthest, Math.abs(one[i] - other[i]));
    }
    return farthest;
  }

  private static Changing settings(int epochs) {
    return new Changing(
        new TrainingSettings(
            epochs,
            16,
            0.01,
            OptimiserSettings.AdamSettings.of(2e-5, false),
            new Schedule.WarmUpCosine(1, 0.1),
            Stopping.NEVER,
            7));
  }

  private record Outcome(List<EpochReport> reports, double[] values, double[] buffers) {}

  /** Settings of which a test changes one. */
  private record Changing(TrainingSettings settings) {
    Changing frames(int frames) {
      return with(frames, settings.stopping(), settings.optimiser());
    }

    Changing stopping(Stopping stopping) {
      return with(settings.batchFrames(), stopping, settings.optimiser());
    }

    Changing by(OptimiserSettings optimiser) {
      return with(settings.batchFrames(), settings.stopping(), optimiser);
    }

    private Changing with(int frames, Stopping stopping, OptimiserSettings optimiser) {
      return new Changing(
          new TrainingSettings(
              settings.epochs(),
              frames,
              settings.rate(),
              optimiser,
              settings.schedule(),
              stopping,
              settings.seed()));
    }
  }

  /** A training run that can be made again, by any number of ranks. */
  private static final class Run {
    private final Architecture architecture;
    private final Examples examples;
    private final int classes;
    private final TrainingSettings settings;
    private Precision precision = Precision.FLOAT32;
    private double dropout;
    private @Nullable Examples validation;
    private @Nullable TrainingState from;
    private TrainingWatch watch = TrainingWatch.SILENT;

    Run(Architecture architecture, Examples examples, int classes, Changing settings) {
      this.architecture = architecture;
      this.examples = examples;
      this.classes = classes;
      this.settings = settings.settings();
    }

    Run in(Precision other) {
      precision = other;
      return this;
    }

    Run withDropout(double share) {
      dropout = share;
      return this;
    }

    Outcome go(Collective ranks) {
      WeightPlan plan = new WeightPlan();
      EncoderSettings encoder = new EncoderSettings(examples.spectra().points(), dropout);
      Classifier classifier = Classifier.build(plan, architecture, encoder, classes);
      try (WeightBlock block =
          WeightBlock.allocate(plan, new Placement("cpu", precision)).initialise(3)) {
        Objective objective = new Supervised(classifier, new CrossEntropy(classes));
        List<EpochReport> reports =
            new Trainer(settings, objective, block, ranks).train(examples, validation, from, watch);
        return new Outcome(
            reports, Numbers.doubles(block.values()), Numbers.doubles(block.buffers()));
      }
    }
  }
}
