package org.debye.classification.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.debye.failure.InputException;
import org.debye.fixtures.GoldenValues;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class HydraTest {
  private static final GoldenValues GOLDEN = GoldenValues.of("convolutions.txt");
  private static final int POINTS = 60;

  @Test
  void featuresAreTheReferences() {
    HydraTransform hydra = new HydraTransform(POINTS, 4, 4, GOLDEN.floats("hydra_kernels"));
    float[] features = hydra.all(GOLDEN.floats("hydra_spectra"));
    assertClose(features, GOLDEN.floats("hydra_features"), within(1e-4f));
  }

  private static void assertClose(float[] found, float[] wanted, Offset<Float> tolerance) {
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).as("feature %s", i).isCloseTo(wanted[i], tolerance);
    }
  }

  @Test
  void kernelsHaveNoMeanAndUnitMagnitude() {
    HydraTransform hydra = Hydra.DEFAULT.draw(4023, RandomStreams.of(1));
    assertThat(hydra.dilations()).isEqualTo(9);
    assertThat(hydra.features()).isEqualTo(9 * 2 * 2 * 32 * 8);
    for (int at = 0; at < hydra.weights().length; at += 9) {
      double sum = 0;
      double magnitude = 0;
      for (int j = 0; j < 9; j++) {
        sum += hydra.weights()[at + j];
        magnitude += Math.abs(hydra.weights()[at + j]);
      }
      assertThat(sum).isCloseTo(0, within(1e-6));
      assertThat(magnitude).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void everyPointOfEverySeriesHasOneLowestKernel() {
    HydraTransform hydra = new Hydra(3, 6).draw(40, RandomStreams.of(8));
    float[] spectrum = new float[40];
    for (int i = 0; i < 40; i++) {
      spectrum[i] = (float) Math.sin(i * i);
    }
    float[] features = hydra.all(spectrum);
    int block = 9;
    for (int at = block, part = 0; at < features.length; at += 2 * block, part++) {
      for (int group = 0; group < 3; group++) {
        float lowest = 0;
        for (int k = 0; k < 3; k++) {
          lowest += features[at + group * 3 + k];
        }
        assertThat(lowest).isEqualTo(part % 2 == 0 ? 40 : 39);
      }
    }
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatThrownBy(() -> new Hydra(8, 3))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("even number of groups");
    assertThatThrownBy(() -> Hydra.DEFAULT.draw(8, RandomStreams.of(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at least 9 points");
  }
}
