package org.debye.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;

final class LabelledSpectraTest {
  private static final ClassLabels LABELS =
      new ClassLabels(List.of("before", "after"), new int[] {0, 1, 0});

  @Test
  void anIntensityThatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> new LabelledSpectra(2, new float[] {1, 2, 3, Float.NaN, 1, 1}, LABELS))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spectrum 1: intensity 1 is NaN. Leave the spectrum out, or fill the gap before it is"
                + " classified.");
  }

  @Test
  void shapesAndNamesMustFit() {
    assertThatThrownBy(() -> new LabelledSpectra(2, new float[5], LABELS))
        .hasMessage("5 intensities for 3 spectra of 2");
    assertThatThrownBy(() -> new ClassLabels(List.of("a", "a"), new int[1]))
        .hasMessage("two classes have one name: [a, a]");
    assertThatThrownBy(() -> new ClassLabels(List.of("a", "b"), new int[] {2}))
        .hasMessage("class 2 of 2");
  }

  @Test
  void someAreTakenInTheOrderAskedFor() {
    LabelledSpectra some =
        new LabelledSpectra(1, new float[] {5, 6, 7}, LABELS).of(new int[] {2, 1});
    assertThat(some.intensities()).containsExactly(7, 6);
    assertThat(some.labels().values()).containsExactly(0, 1);
  }

  @Test
  void balancedWeightsMakeClassesEqual() {
    // sklearn.utils.class_weight.compute_class_weight("balanced", ...) of (0, 1, 0)
    assertThat(Weighting.BALANCED.of(LABELS))
        .containsExactly(new double[] {0.75, 1.5}, within(1e-15));
    assertThat(Weighting.EVEN.of(LABELS)).containsExactly(1, 1);
  }
}
