package org.debye.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SpectralAngleTest {

  @Test
  void scaleDoesNotMatter() {
    double[] first = {1, 2, 3};
    assertThat(SpectralAngle.between(first, new double[] {2, 4, 6})).isCloseTo(0, within(1e-15));
    assertThat(SpectralAngle.between(new double[] {1, 0}, new double[] {0, 5}))
        .isCloseTo(Math.PI / 2, within(1e-15));
    assertThat(SpectralAngle.between(new double[] {1, 0}, new double[] {-2, 0}))
        .isCloseTo(Math.PI, within(1e-15));
  }

  @Test
  void smallAnglesKeepTheirDigits() {
    double angle = 1e-9;
    double[] turned = {Math.cos(angle), Math.sin(angle)};
    assertThat(SpectralAngle.between(new double[] {1, 0}, turned)).isCloseTo(angle, within(1e-20));
  }

  @Test
  void matchesSpectraByAngleWhateverTheirSize() {
    double[] truth = {1, 0, 0, 0, 1, 0};
    double[] estimate = {0, 100, 1, 7, 0, 0};
    SpectralAngle angles = SpectralAngle.matched(estimate, truth, 2, 3);
    assertThat(angles.matching()).containsExactly(1, 0);
    assertThat(angles.angles()[0]).isCloseTo(0, within(1e-15));
    assertThat(angles.angles()[1]).isCloseTo(Math.atan(0.01), within(1e-15));
    assertThat(angles.mean()).isCloseTo(Math.atan(0.01) / 2, within(1e-15));
  }

  @Test
  void nothingHasAnAngleWithZero() {
    assertThatThrownBy(() -> SpectralAngle.between(new double[] {1, 2}, new double[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a spectrum of zeros or NaN has no angle");
  }
}
