package org.debye.learning.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.layer.Pass;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.network.Scores;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureImportanceTest {
  private static final int POINTS = 96;
  private static final Placement PLACEMENT = new Placement("cpu", Precision.FLOAT64);

  @ParameterizedTest
  @CsvSource({"FCNN, 2, 0", "FCNN, 2, 1", "CNN, 3, 2", "CONV_SC, 2, 1"})
  void gradientIsTheDifferenceThatAPointMakes(Architecture architecture, int classes, int of) {
    WeightPlan plan = new WeightPlan();
    Classifier classifier =
        Classifier.build(plan, architecture, new EncoderSettings(POINTS, 0), classes);
    try (WeightBlock block = WeightBlock.allocate(plan, PLACEMENT).initialise(5)) {
      float[] spectrum = spectrum(1);
      float[] slopes =
          new FeatureImportance(classifier, PLACEMENT, 8).gradients(single(spectrum), of)[0];
      int[] steepest = {steepest(slopes), 20, 50};
      for (int point : steepest) {
        float step = 0x1p-13f;
        float[] up = moved(spectrum, point, step);
        float[] down = moved(spectrum, point, -step);
        double rise = score(classifier, up, of) - score(classifier, down, of);
        assertThat((double) slopes[point])
            .isCloseTo(
                rise / ((double) up[point] - down[point]),
                within(2e-3 * Math.abs(slopes[steepest[0]])));
      }
    }
  }

  @Test
  void rowsOfAttentionSumToOne() {
    WeightPlan plan = new WeightPlan();
    Classifier classifier =
        Classifier.build(plan, Architecture.CONV_SCT, new EncoderSettings(POINTS, 0), 2);
    try (WeightBlock block = WeightBlock.allocate(plan, PLACEMENT).initialise(5)) {
      HeldSpectra spectra = new HeldSpectra(POINTS);
      List.of(1, 2, 3, 4, 5).forEach(key -> spectra.add(spectrum(key)));
      Examples ramp =
          new Examples(spectra, new int[5], new long[5], List.of(new int[] {0, 1, 2, 3, 4}));

      Map<String, AttentionMatrices.Matrices> matrices =
          AttentionMatrices.of(classifier, PLACEMENT, ramp, 0);

      assertThat(matrices).containsOnlyKeys("spatial", "channel", "temporal");
      assertThat(matrices.get("temporal"))
          .satisfies(found -> assertThat(found.shape()).containsExactly(1, 8, 5, 5));
      assertThat(matrices.get("channel"))
          .satisfies(found -> assertThat(found.shape()).containsExactly(5, 8, 8));
      assertThat(matrices.get("spatial"))
          .satisfies(found -> assertThat(found.shape()).containsExactly(5, 2, 256, 256));
      matrices.values().forEach(FeatureImportanceTest::sumToOne);
    }
  }

  private static void sumToOne(AttentionMatrices.Matrices matrices) {
    int columns = Math.toIntExact(matrices.shape()[matrices.shape().length - 1]);
    for (int row = 0; row < matrices.values().length / columns; row++) {
      double sum = 0;
      for (int column = 0; column < columns; column++) {
        sum += matrices.values()[row * columns + column];
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
  }

  private static double score(Classifier classifier, float[] spectrum, int of) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard plain = new NoGradGuard()) {
      Tensor spectra = new Feed(single(spectrum), PLACEMENT).batch(new int[] {0}).spectra();
      Scores scores = Scores.of(classifier.scores(spectra, Pass.looking(new Alone())));
      return scores.outputs() > 1 ? scores.values()[of] : (2 * of - 1) * scores.values()[0];
    }
  }

  private static int steepest(float[] slopes) {
    int best = 0;
    for (int i = 1; i < slopes.length; i++) {
      best = Math.abs(slopes[i]) > Math.abs(slopes[best]) ? i : best;
    }
    return best;
  }

  private static float[] moved(float[] spectrum, int point, float step) {
    float[] moved = spectrum.clone();
    moved[point] += step;
    return moved;
  }

  private static Examples single(float[] spectrum) {
    return Examples.single(new HeldSpectra(POINTS).add(spectrum), new int[] {-1}, new long[] {0});
  }

  private static float[] spectrum(int key) {
    RandomStream random = RandomStreams.of(2).at(key);
    float[] spectrum = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      spectrum[i] = (float) random.nextGaussian();
    }
    return spectrum;
  }
}
