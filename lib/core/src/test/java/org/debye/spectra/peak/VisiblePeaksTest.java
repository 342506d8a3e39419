package org.debye.spectra.peak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;

final class VisiblePeaksTest {
  private static final VisiblePeaks RULE = new VisiblePeaks(0.05, 0.6);

  @Test
  void linesNearerThanTheirWidthAllowsAreOnePeak() {
    List<SpectralPeak> seen = RULE.of(List.of(line("b", 10.1, 3), line("a", 10, 1)));
    assertThat(seen).hasSize(1);
    SpectralPeak peak = seen.get(0);
    assertThat(peak.line()).isEqualTo("a+b");
    assertThat(peak.phase()).isEqualTo("p");
    assertThat(peak.height()).isEqualTo(4);
    assertThat(peak.position()).isCloseTo(10.075, within(1e-12));
    assertThat(peak.fwhm()).isCloseTo(0.3, within(1e-12));
    assertThat(RULE.of(List.of(line("a", 10, 1), line("b", 10.13, 3)))).hasSize(2);
  }

  @Test
  void aRowOfLinesIsOnePeakThoughItsEndsAreFarApart() {
    List<SpectralPeak> seen =
        RULE.of(List.of(line("a", 10, 1), line("b", 10.1, 1), line("c", 10.2, 1)));
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).line()).isEqualTo("a+b+c");
    assertThat(seen.get(0).fwhm()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void lowOnesAreSeenOnlyTogether() {
    assertThat(RULE.of(List.of(line("a", 10, 100), line("b", 11, 4.9), line("c", 12, 5.1))))
        .extracting(SpectralPeak::line)
        .containsExactly("a", "c");
    assertThat(RULE.of(List.of(line("a", 10, 100), line("b", 11, 3), line("c", 11.1, 3))))
        .extracting(SpectralPeak::line)
        .containsExactly("a", "b+c");
    assertThat(RULE.of(List.of())).isEmpty();
  }

  @Test
  void twoLorentziansHaveTwoMaximaBeyondTheLimitOfTheirWidth() {
    assertThat(maxima(0.57)).isEqualTo(1);
    assertThat(maxima(0.59)).isEqualTo(2);
  }

  @Test
  void regionsAreWhatLiesWithinHalfTheHeight() {
    double[] axis = {9.89, 9.91, 10, 10.09, 10.11, 11, 11.05};
    assertThat(VisiblePeaks.region(List.of(line("a", 10, 1), line("b", 11, 1)), axis))
        .containsExactly(false, true, true, true, false, true, true);
  }

  @Test
  void impossibleRulesAreRefused() {
    assertThatThrownBy(() -> new VisiblePeaks(2, 0.6)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new VisiblePeaks(0.1, Double.NaN)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> line("a", 1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static int maxima(double separation) {
    int found = 0;
    double step = 1e-3;
    for (double x = -1; x < 1; x += step) {
      if (sum(x, separation) > sum(x - step, separation)
          && sum(x, separation) > sum(x + step, separation)) {
        found++;
      }
    }
    return found;
  }

  /** Of width 1. */
  private static double sum(double x, double separation) {
    double left = x + separation / 2;
    double right = x - separation / 2;
    return 1 / (1 + 4 * left * left) + 1 / (1 + 4 * right * right);
  }

  private static SpectralPeak line(String name, double position, double height) {
    return new SpectralPeak("p", name, position, 0.2, height);
  }
}
