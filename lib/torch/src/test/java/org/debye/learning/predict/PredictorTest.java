package org.debye.learning.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.debye.learning.data.Examples;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PredictorTest {
  private static final int POINTS = 96;

  @Test
  void aSpectrumGetsTheSameClassInWhateverBatchItIs() {
    Examples examples = ramps();
    WeightPlan plan = new WeightPlan();
    Classifier classifier =
        Classifier.build(plan, Architecture.CNN, new EncoderSettings(POINTS, 0.5), 3);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(1)) {
      @Nullable Prediction[] few = new Predictor(classifier, Placement.CPU, 2).predict(examples);
      @Nullable Prediction[] many = new Predictor(classifier, Placement.CPU, 64).predict(examples);

      for (int s = 0; s < 7; s++) {
        double[] expected = some(few[s]).probabilities();
        assertThat(some(many[s]).probabilities()).containsExactly(expected, within(1e-6));
        assertThat(expected[0] + expected[1] + expected[2]).isCloseTo(1, within(1e-12));
      }
      assertThat(few[7]).as("in no sequence").isNull();
    }
  }

  @Test
  void entropyAndAbstentionSayHowSureItIs() {
    Prediction sure = new Prediction(1, new double[] {0, 1});
    Prediction unsure = new Prediction(0, new double[] {0.5, 0.5});

    assertThat(sure.entropy()).isZero();
    assertThat(unsure.entropy()).isCloseTo(Math.log(2), within(1e-15));
    assertThat(sure.abstains(0.9)).isFalse();
    assertThat(unsure.abstains(0.9)).isTrue();
  }

  private static Prediction some(@Nullable Prediction prediction) {
    assertThat(prediction).isNotNull();
    return java.util.Objects.requireNonNull(prediction);
  }

  /** Ramps of three and four frames, and a spectrum that belongs to none. */
  private static Examples ramps() {
    HeldSpectra spectra = new HeldSpectra(POINTS);
    for (int s = 0; s < 8; s++) {
      RandomStream random = RandomStreams.of(2).at(s);
      float[] spectrum = new float[POINTS];
      for (int i = 0; i < POINTS; i++) {
        spectrum[i] = (float) random.nextGaussian();
      }
      spectra.add(spectrum);
    }
    return new Examples(
        spectra,
        new int[] {-1, -1, -1, -1, -1, -1, -1, -1},
        new long[] {0, 1, 2, 3, 4, 5, 6, 7},
        List.of(new int[] {2, 1, 0}, new int[] {3, 4, 5, 6}));
  }
}
