package org.debye.classification.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.debye.failure.InputException;
import org.debye.fixtures.GoldenValues;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class MiniRocketTest {
  private static final GoldenValues GOLDEN = GoldenValues.of("convolutions.txt");

  @Test
  void featuresAreTheReferencesToTheLastBit() {
    agree("short", 9, 84);
    agree("long", 150, 84 * 7);
  }

  private static void agree(String name, int points, int features) {
    float[] spectra = GOLDEN.floats(name + "_spectra");
    MiniRocket rocket = new MiniRocket(features, 32);
    DilationPlan plan = rocket.plan(points);
    assertThat(plan.dilations()).containsExactly(GOLDEN.ints(name + "_dilations"));
    assertThat(plan.counts()).containsExactly(GOLDEN.ints(name + "_counts"));
    MiniRocketTransform fitted = rocket.fit(spectra, plan, GOLDEN.ints(name + "_examples"));
    assertThat(fitted.biases()).containsExactly(GOLDEN.floats(name + "_biases"));
    assertThat(fitted.all(spectra)).containsExactly(GOLDEN.floats(name + "_features"));
  }

  @Test
  void dilationsAreTheReferencesForEveryLength() {
    int[] plans = GOLDEN.ints("plans");
    int[] plansOfSeven = GOLDEN.ints("plans_of_seven");
    for (int i = 0; i < plans.length; i++) {
      assertThat(checksum(DilationPlan.of(9 + i, 119, 32)))
          .as("%s points", 9 + i)
          .isEqualTo(plans[i]);
      assertThat(checksum(DilationPlan.of(9 + i, 7, 32)))
          .as("%s points", 9 + i)
          .isEqualTo(plansOfSeven[i]);
    }
  }

  private static int checksum(DilationPlan plan) {
    int sum = 0;
    for (int d = 0; d < plan.size(); d++) {
      sum += plan.dilation(d) * (plan.features(d) + 1000);
    }
    return sum;
  }

  @Test
  void thePublishedSettingsGive9996Features() {
    float[] spectra = noise(3, 4023);
    MiniRocketTransform fitted = MiniRocket.DEFAULT.fit(spectra, 4023, RandomStreams.of(1));
    assertThat(fitted.features()).isEqualTo(9996);
    assertThat(fitted.biases())
        .isEqualTo(MiniRocket.DEFAULT.fit(spectra, 4023, RandomStreams.of(1)).biases());
    assertThat(fitted.biases())
        .isNotEqualTo(MiniRocket.DEFAULT.fit(spectra, 4023, RandomStreams.of(2)).biases());
  }

  @Test
  void sharesAreThoseOfAPlainLoopAtAnyScale() {
    for (float scale : new float[] {1, 3e-12f, 7e9f, -2}) {
      float[] spectra = noise(2, 333);
      for (int i = 0; i < spectra.length; i++) {
        spectra[i] *= scale;
      }
      MiniRocketTransform fitted = MiniRocket.DEFAULT.fit(spectra, 333, RandomStreams.of(5));
      float[] other = noise(4, 333);
      for (int i = 333; i < other.length; i++) {
        other[i] *= scale;
      }
      assertThat(fitted.all(other)).as("scale %s", scale).containsExactly(plain(fitted, other));
    }
  }

  private static float[] plain(MiniRocketTransform fitted, float[] spectra) {
    DilationPlan plan = fitted.plan();
    TripleKernels kernels = new TripleKernels(plan);
    float[] features = new float[spectra.length / plan.points() * fitted.features()];
    float[] values = new float[plan.points()];
    int at = 0;
    for (int i = 0; i < spectra.length; i += plan.points()) {
      kernels.take(spectra, i, 1);
      int bias = 0;
      for (int d = 0; d < plan.size(); d++) {
        kernels.dilate(plan.dilation(d));
        for (int kernel = 0; kernel < 84; kernel++) {
          kernels.convolve(kernel, values);
          int margin = (d + kernel) % 2 == 0 ? 0 : 4 * plan.dilation(d);
          for (int f = 0; f < plan.features(d); f++) {
            int above = 0;
            for (int t = margin; t < plan.points() - margin; t++) {
              above += values[t] > fitted.biases()[bias] ? 1 : 0;
            }
            features[at++] = (float) above / (plan.points() - 2 * margin);
            bias++;
          }
        }
      }
    }
    return features;
  }

  @Test
  void anEmptySpectrumHasNoPositiveValueAboveAPositiveBias() {
    MiniRocketTransform fitted = MiniRocket.DEFAULT.fit(noise(1, 50), 50, RandomStreams.of(3));
    assertThat(fitted.all(new float[50])).containsExactly(plain(fitted, new float[50]));
  }

  @Test
  void shortSpectraAndTooFewFeaturesAreRefused() {
    assertThatThrownBy(() -> MiniRocket.DEFAULT.fit(new float[8], 8, RandomStreams.of(1)))
        .isInstanceOf(InputException.class)
        .hasMessage("MiniRocket: spectra of 8 points. Its kernels need at least 9 points.");
    assertThatThrownBy(() -> new MiniRocket(83, 32))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at least 84 features");
  }

  private static float[] noise(int count, int points) {
    RandomStream random = RandomStreams.of(11).at(count, points);
    float[] values = new float[count * points];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(20) == 0 ? 0 : (float) random.nextGaussian();
    }
    return values;
  }
}
