package org.debye.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.debye.augmentation.AugmentationChain;
import org.debye.augmentation.MagnitudeWarp;
import org.debye.learning.NativeWork;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Batch;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.data.Views;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.RepresentationEncoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.optimise.Schedule;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStreams;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cross entropy of views: of views that change nothing that of the spectra themselves. */
@SuppressWarnings("try") // Scopes are closed, not read.
class SupervisedViewsTest {
  private static final int POINTS = 96;
  private static final Examples EXAMPLES = Peaks.sequences(12, 1, POINTS, 3);

  private static final Placement DOUBLE = new Placement("cpu", Precision.FLOAT64);

  private static final AugmentationChain NONE = new AugmentationChain(List.of());
  private static final AugmentationChain WARP = AugmentationChain.of(MagnitudeWarp.THESIS);

  @Test
  void viewsThatChangeNothingTeachWhatTheSpectraDo() {
    Learnt plain = learn(null);
    Learnt viewed = learn(NONE);
    for (int i = 0; i < plain.values().length; i++) {
      assertThat(viewed.values()[i]).isCloseTo(plain.values()[i], within(1e-9));
    }
    assertThat(viewed.report().loss()).isCloseTo(plain.report().loss(), within(1e-9));
    assertThat(viewed.report().accuracy()).isEqualTo(plain.report().accuracy());
  }

  @Test
  void otherViewsTeachOtherThingsAndAlwaysTheSame() {
    Learnt warped = learn(WARP);
    assertThat(warped.report().loss()).isNotEqualTo(learn(NONE).report().loss());
    assertThat(warped.values()).isEqualTo(learn(WARP).values());
  }

  @Test
  void whatIsOnlyLookedAtPassesAsItIs() {
    CrossEntropy loss = new CrossEntropy(3);
    WeightPlan plan = new WeightPlan();
    Classifier classifier = classifier(plan);
    Objective views = new SupervisedViews(classifier, loss, new Views(WARP));
    Feed feed = new Feed(EXAMPLES, DOUBLE);
    try (WeightBlock block = WeightBlock.allocate(plan, DOUBLE).initialise(3);
        NativeWork work = NativeWork.begin()) {
      Batch batch = feed.batch(new int[] {0, 1, 2, 3});
      LossSum looked = views.of(batch, Pass.looking(new Alone()));
      LossSum plain = new Supervised(classifier, loss).of(batch, Pass.looking(new Alone()));
      assertThat(looked.of()).isEqualTo(4);
      assertThat(looked.sum().item_double()).isEqualTo(plain.sum().item_double());
      assertThat(views.of(batch, Pass.training(new Alone(), RandomStreams.of(1), batch.ids())).of())
          .isEqualTo(8);
    }
  }

  private record Learnt(double[] values, EpochReport report) {}

  private static Classifier classifier(WeightPlan plan) {
    RepresentationSettings small = new RepresentationSettings(8, 4, 12, true);
    return Classifier.on(plan, RepresentationEncoder.build(plan.under("encoder"), small), 3);
  }

  private static Learnt learn(@Nullable AugmentationChain chain) {
    WeightPlan plan = new WeightPlan();
    Classifier classifier = classifier(plan);
    CrossEntropy loss = new CrossEntropy(3);
    Objective objective =
        chain == null
            ? new Supervised(classifier, loss)
            : new SupervisedViews(classifier, loss, new Views(chain));
    try (WeightBlock block = WeightBlock.allocate(plan, DOUBLE).initialise(3)) {
      List<EpochReport> reports =
          new Trainer(settings(), objective, block, new Alone())
              .train(EXAMPLES, EXAMPLES, null, TrainingWatch.SILENT);
      return new Learnt(Numbers.doubles(block.values()), reports.get(0));
    }
  }

  private static TrainingSettings settings() {
    return new TrainingSettings(
        1,
        12,
        0.1,
        new OptimiserSettings.SgdSettings(0, 0, false),
        new Schedule.Constant(),
        Stopping.NEVER,
        7);
  }
}
