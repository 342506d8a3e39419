package org.debye.learning.binned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.debye.classification.binned.Believability;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.BaselineUse;
import org.debye.learning.checkpoint.CardAxis;
import org.debye.learning.checkpoint.CardOrigin;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.DataVersion;
import org.debye.learning.checkpoint.IntensityScaling;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.checkpoint.SpectrumTreatment;
import org.debye.learning.checkpoint.TrainingPrecision;
import org.debye.learning.checkpoint.TrainingRecord;
import org.debye.learning.collective.Alone;
import org.debye.learning.collective.Collective;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.explain.FeatureImportance;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.optimise.OptimiserSettings.AdamSettings;
import org.debye.learning.optimise.Schedule;
import org.debye.learning.predict.Prediction;
import org.debye.learning.predict.Predictor;
import org.debye.learning.storage.NetworkArrays;
import org.debye.learning.train.EpochReport;
import org.debye.learning.train.Peaks;
import org.debye.learning.train.Stopping;
import org.debye.learning.train.ThreadRanks;
import org.debye.learning.train.Trainer;
import org.debye.learning.train.TrainingSettings;
import org.debye.learning.train.TrainingWatch;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Binned networks in the training loop, in a folder and in a predictor. */
class BinnedTrainingTest {
  private static final int POINTS = 83;
  private static final BinSettings BINS = new BinSettings(8, 24, Abscissa.WITHIN_BIN);
  private static final double[] AXIS =
      IntStream.range(0, POINTS).mapToDouble(i -> 9.5 + 0.2 * i).toArray();

  private enum Kind {
    ENSEMBLE,
    JOINED;

    BinnedModel build(WeightPlan plan, int classes) {
      return this == ENSEMBLE
          ? BinnedEnsemble.build(plan, AXIS, BINS, classes)
          : JoinedBins.build(plan, AXIS, BINS, classes);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void separatesSpectraThatItHasNotSeen(Kind kind) {
    for (int classes : new int[] {2, 3}) {
      Examples training = Peaks.sequences(36, 1, POINTS, classes);
      Examples others = others(classes);
      WeightPlan plan = new WeightPlan();
      BinnedModel model = kind.build(plan, classes);
      try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(5)) {
        List<EpochReport> reports = train(model, block, training, 120, new Alone());
        model.conclude(Placement.CPU, training, 16);
        assertThat(last(reports).loss()).isLessThan(reports.get(0).loss());
        assertThat(right(model, others)).isEqualTo(others.labels().length);
      }
    }
  }

  @Test
  void binsWithoutPeaksAreNotBelieved() {
    Examples training = Peaks.sequences(36, 1, POINTS, 2);
    WeightPlan plan = new WeightPlan();
    BinnedEnsemble ensemble = BinnedEnsemble.build(plan, AXIS, BINS, 2);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(5)) {
      train(ensemble, block, training, 120, new Alone());
      assertThat(ensemble.believabilities()).containsOnly(1);
      double[] accuracies = Separability.of(ensemble, Placement.CPU, training, 7);
      ensemble.believe(accuracies);

      assertThat(ensemble.accuracies()).containsExactly(accuracies, within(1e-7));
      assertThat(ensemble.believabilities())
          .containsExactly(Believability.weights(accuracies), within(1e-7));
      // peaks of 4 points' width at points 24.9 and 41.5, in bins of 10 points
      assertThat(DoubleStream.of(accuracies[2], accuracies[4])).allMatch(a -> a > 0.8);
      assertThat(DoubleStream.of(accuracies[0], accuracies[7])).allMatch(a -> a < 0.7);
    }
  }

  @Test
  void trainingReportsTheAccuracyOfPoints() {
    Examples training = Peaks.sequences(10, 1, POINTS, 2);
    WeightPlan plan = new WeightPlan();
    BinnedEnsemble ensemble = BinnedEnsemble.build(plan, AXIS, BINS, 2);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(5)) {
      double[] before = Separability.of(ensemble, Placement.CPU, training, 7);
      double reported = train(ensemble, block, training, 1, new Alone()).get(0).accuracy();
      assertThat(reported).isCloseTo(Arrays.stream(before).average().orElseThrow(), within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void twoRanksTrainAsOneDoes(Kind kind) {
    Examples examples = Peaks.sequences(12, 1, POINTS, 2);
    double[] alone = weightsAfter(kind, examples, new Alone());
    List<double[]> together = ThreadRanks.run(2, ranks -> weightsAfter(kind, examples, ranks));

    assertThat(together.get(0)).containsExactly(alone, within(1e-8));
    assertThat(together.get(1)).containsExactly(together.get(0));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aModelOutOfAFolderAnswersAlike(Kind kind, @TempDir Path folder) {
    Examples training = Peaks.sequences(12, 1, POINTS, 2);
    Examples others = others(2);
    ModelFolder models = ModelFolder.at(new LocalFolderStore(folder));
    List<double[]> expected;
    WeightPlan plan = new WeightPlan();
    BinnedModel model = kind.build(plan, 2);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(5)) {
      train(model, block, training, 20, new Alone());
      model.conclude(Placement.CPU, training, 16);
      expected = probabilities(model, others);
      models.save(new Checkpoint(card(kind, plan), NetworkArrays.of(block), Optional.empty()), 0);
    }

    WeightPlan again = new WeightPlan();
    BinnedModel loaded = kind.build(again, 2);
    try (WeightBlock block = WeightBlock.allocate(again, Placement.CPU)) {
      NetworkArrays.restore(models.model().weights(), block, folder.toString());
      List<double[]> found = probabilities(loaded, others);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(found.get(i)).containsExactly(expected.get(i));
      }
    }
  }

  /** Degrees far from zero: what ran along with few steps is of other weights. */
  @Test
  void statisticsAreThoseOfTheTrainingSpectraUnderTheFinalWeights() {
    Examples training = Peaks.sequences(36, 1, POINTS, 2);
    WeightPlan plan = new WeightPlan();
    JoinedBins bins = JoinedBins.build(plan, AXIS, BinSettings.thesis(8), 2);
    Placement exact = new Placement("cpu", Precision.FLOAT64);
    try (WeightBlock block = WeightBlock.allocate(plan, exact).initialise(5);
        PointerScope scope = new PointerScope()) {
      train(bins, block, training, 15, new Alone());
      int[] all = IntStream.range(0, 36).toArray();
      Tensor spectra = new Feed(training, exact).batch(all).spectra();
      double[] before = Numbers.doubles(bins.columnScores(spectra, Pass.looking(new Alone())));
      bins.conclude(exact, training, 7);
      double[] after = Numbers.doubles(bins.columnScores(spectra, Pass.looking(new Alone())));
      Pass pass = Pass.training(new Alone(), RandomStreams.of(1), new long[36]);
      double[] expected = Numbers.doubles(bins.columnScores(spectra, pass));

      // running variances are unbiased: of 360 records larger by 1/359
      assertThat(after).containsExactly(expected, within(2e-3));
      assertThat(furthest(before, expected)).isGreaterThan(0.05);
    }
  }

  private static double furthest(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElse(0);
  }

  @Test
  void weightsOfOtherBinsAreRefused() {
    WeightPlan plan = new WeightPlan();
    BinnedEnsemble.build(plan, AXIS, BINS, 2);
    WeightPlan other = new WeightPlan();
    BinnedEnsemble.build(other, AXIS, new BinSettings(9, 24, Abscissa.WITHIN_BIN), 2);
    try (WeightBlock mine = WeightBlock.allocate(plan, Placement.CPU);
        WeightBlock theirs = WeightBlock.allocate(other, Placement.CPU)) {
      assertThatThrownBy(() -> NetworkArrays.restore(NetworkArrays.of(theirs), mine, "model-3"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("model-3: these are the weights of another architecture")
          .hasMessageContaining("hidden.bias [9, 24, 1] for [8, 24, 1]");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void importanceSaysWhichPeakSpeaksForWhichClass(Kind kind) {
    Examples training = Peaks.sequences(36, 1, POINTS, 2);
    WeightPlan plan = new WeightPlan();
    BinnedModel model = kind.build(plan, 2);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(5)) {
      train(model, block, training, 120, new Alone());
      model.conclude(Placement.CPU, training, 16);
      float[][] slopes = new FeatureImportance(model, Placement.CPU, 8).gradients(training, 1);
      double[] sums = new double[POINTS];
      for (float[] slope : slopes) {
        Arrays.setAll(sums, i -> sums[i] + slope[i]);
      }
      assertThat(Arrays.stream(sums, 38, 46).sum()).as("peak of class 1").isPositive();
      assertThat(Arrays.stream(sums, 21, 29).sum()).as("peak of class 0").isNegative();
      assertThat(Arrays.stream(sums, 80, POINTS)).as("beyond the last bin").containsOnly(0.0);
    }
  }

  @Test
  void impossibleBinsAreRefused() {
    assertThatThrownBy(() -> BinSettings.thesis(0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bins: 0 bins");
    assertThatThrownBy(() -> new BinSettings(3, 0, Abscissa.AXIS_UNIT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("hidden: a hidden layer of 0");
    assertThatThrownBy(
            () -> JoinedBins.build(new WeightPlan(), new double[9], BinSettings.thesis(10), 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bins: 9 points cannot fill 10 bins");
  }

  private static double[] weightsAfter(Kind kind, Examples examples, Collective ranks) {
    WeightPlan plan = new WeightPlan();
    BinnedModel model = kind.build(plan, 2);
    Placement exact = new Placement("cpu", Precision.FLOAT64);
    try (WeightBlock block = WeightBlock.allocate(plan, exact).initialise(5)) {
      train(model, block, examples, 10, ranks);
      return DoubleStream.concat(
              Arrays.stream(Numbers.doubles(block.values())),
              Arrays.stream(Numbers.doubles(block.buffers())))
          .toArray();
    }
  }

  private static List<EpochReport> train(
      BinnedModel model, WeightBlock block, Examples training, int epochs, Collective ranks) {
    TrainingSettings settings =
        new TrainingSettings(
            epochs,
            training.labels().length,
            8e-3,
            AdamSettings.of(2e-5, false),
            new Schedule.Constant(),
            Stopping.NEVER,
            11);
    return new Trainer(settings, model.objective(new CrossEntropy(model.classes())), block, ranks)
        .train(training, null, null, TrainingWatch.SILENT);
  }

  /** Spectra of other noise than those that were learnt from. */
  private static Examples others(int classes) {
    Examples all = Peaks.sequences(60, 1, POINTS, classes);
    return new Examples(
        all.spectra(),
        all.labels(),
        all.ids(),
        IntStream.range(36, 60).mapToObj(i -> new int[] {i}).toList());
  }

  private static int right(BinnedModel model, Examples examples) {
    var predictions = new Predictor(model, Placement.CPU, 5).predict(examples);
    int right = 0;
    for (int i = 0; i < predictions.length; i++) {
      Prediction one = predictions[i];
      right += one == null || one.likeliest() == examples.labels()[i] ? 1 : 0;
    }
    return right;
  }

  private static List<double[]> probabilities(BinnedModel model, Examples examples) {
    return Arrays.stream(new Predictor(model, Placement.CPU, 5).predict(examples))
        .filter(Objects::nonNull)
        .map(one -> Objects.requireNonNull(one).probabilities())
        .toList();
  }

  private static EpochReport last(List<EpochReport> reports) {
    return reports.get(reports.size() - 1);
  }

  private static ModelCard card(Kind kind, WeightPlan plan) {
    return new ModelCard(
        new Architecture(
            kind.name(),
            NamedSettings.of(Map.of("bins", BINS.bins(), "hidden", BINS.hidden())),
            plan.trainedSize()),
        List.of("before", "after"),
        CardAxis.of(new SpectralAxis(AxisKind.TWO_THETA_DEG, AXIS)),
        new SpectrumTreatment(BaselineUse.SUBTRACTED, IntensityScaling.NONE),
        new DataVersion("file:///data/catalogue", List.of("D5"), "0123456789abcdef"),
        TrainingRecord.of(
            NamedSettings.of(Map.of("optimiser", "adam")),
            Map.of("weights", 5L),
            20,
            20,
            1,
            TrainingPrecision.FLOAT32),
        new TreeMap<>(),
        new CardOrigin("0.1.0-SNAPSHOT", "run"));
  }
}
