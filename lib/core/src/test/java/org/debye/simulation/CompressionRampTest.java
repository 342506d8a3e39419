package org.debye.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the line positions that were read from the published figures, to 0.03 degrees. */
class CompressionRampTest {
  private static final int FRAMES = 349;
  private final RampSettings settings = RampSettings.lambda2m(1, FRAMES);
  private final CompressionRamp ramp = new CompressionRamp(settings);

  @ParameterizedTest
  @CsvSource({
    "0, B1, 111, 11.19, 0.05",
    "0, B1, 200, 12.98, 0.05",
    "0, B1, 220, 18.34, 0.05",
    "0, B1, 311, 21.60, 0.05",
    "0, PLATINUM, 111, 12.24, 0.05",
    "0, PLATINUM, 200, 14.13, 0.05",
    "0, PLATINUM, 220, 20.05, 0.05",
    // weak lines, read less well
    "0, B1, 222, 22.44, 0.1",
    "0, PLATINUM, 311, 23.51, 0.1",
    "175, RHOMBOHEDRAL, 003, 11.34, 0.05",
    "175, RHOMBOHEDRAL, 012, 13.34, 0.05",
    "175, RHOMBOHEDRAL, 006, 22.72, 0.1",
    "175, PLATINUM, 111, 12.41, 0.05",
    "175, PLATINUM, 200, 14.30, 0.05",
    "175, PLATINUM, 220, 20.35, 0.05",
    "348, RHOMBOHEDRAL, 003, 11.87, 0.05",
    "348, RHOMBOHEDRAL, 012, 14.41, 0.05",
    "348, RHOMBOHEDRAL, 101, 12.67, 0.05",
    "348, RHOMBOHEDRAL, 104, 19.94, 0.05",
    "348, RHOMBOHEDRAL, 110, 20.91, 0.05",
    "348, PLATINUM, 111, 13.04, 0.05"
  })
  void linesStandWhereTheyWereSeen(
      int frame, RampPhase phase, String hkl, double observed, double tolerance) {
    assertThat(peak(frame, phase, hkl).twoThetaDeg()).isCloseTo(observed, within(tolerance));
  }

  @Test
  void cubicLinesSplitAsTheCellStretches() {
    UnitCell.Cubic cube = new UnitCell.Cubic(4.2);
    UnitCell.Hexagonal same =
        UnitCell.Hexagonal.of(0.75 * cube.volume(), UnitCell.Hexagonal.CUBIC_RATIO);
    assertThat(same.volume()).isCloseTo(0.75 * cube.volume(), within(1e-10));
    int[][] pairs = {
      {1, 1, 1, 0, 0, 3}, {1, 1, 1, 1, 0, 1}, {2, 0, 0, 0, 1, 2}, {2, 2, 0, 1, 0, 4},
      {2, 2, 0, 1, 1, 0}, {2, 2, 2, 0, 0, 6}, {2, 2, 2, 2, 0, 2}, {3, 1, 1, 0, 1, 5},
      {3, 1, 1, 1, 1, 3}, {3, 1, 1, 0, 2, 1}
    };
    for (int[] p : pairs) {
      assertThat(same.spacing(p[3], p[4], p[5]))
          .isCloseTo(cube.spacing(p[0], p[1], p[2]), within(1e-12));
    }
    UnitCell.Hexagonal stretched = UnitCell.Hexagonal.of(0.75 * cube.volume(), 2.6);
    assertThat(stretched.twoThetaDeg(0, 0, 3, 0.5)).isLessThan(stretched.twoThetaDeg(1, 0, 1, 0.5));
    assertThat(stretched.twoThetaDeg(1, 0, 4, 0.5)).isLessThan(stretched.twoThetaDeg(1, 1, 0, 0.5));
  }

  @Test
  void pressureFollowsThePlatinumOfThePublishedRamp() {
    assertThat(ramp.state(0).pressureGpa()).isEqualTo(0.5);
    assertThat(ramp.state(175).pressureGpa()).isBetween(12.5, 13.3);
    assertThat(ramp.state(FRAMES - 1).pressureGpa()).isCloseTo(86, within(1e-9));
    for (int frame = 1; frame < FRAMES; frame++) {
      RampState before = ramp.state(frame - 1);
      RampState now = ramp.state(frame);
      assertThat(now.pressureGpa()).isGreaterThan(before.pressureGpa());
      assertThat(now.b1().a()).isLessThan(before.b1().a());
      assertThat(now.platinum().a()).isLessThan(before.platinum().a());
      assertThat(now.rhombohedral().volume()).isLessThan(before.rhombohedral().volume());
      assertThat(now.rhombohedralShare()).isGreaterThanOrEqualTo(before.rhombohedralShare());
    }
    assertThat(ramp.state(0).rhombohedralShare()).isLessThan(1e-4);
    assertThat(ramp.state(FRAMES - 1).rhombohedralShare()).isGreaterThan(1 - 1e-9);
  }

  @Test
  void patternHoldsWhatItsLinesWeigh() {
    for (int frame : new int[] {0, 120, 180, 348}) {
      RampState state = ramp.state(frame);
      double step = 0.002;
      double[] pattern = new double[(int) (60 / step)];
      ramp.pattern(state, 1, step, pattern);
      double area = 0;
      double top = settings.exposure().backgroundRate() * settings.exposure().seconds();
      for (int i = 0; i < pattern.length; i++) {
        area += step * (pattern[i] - top * CompressionRamp.background(1 + i * step));
      }
      double lines = state.peaks().stream().mapToDouble(Peak::area).sum();
      // the Lorentzian's wings beyond 60 degrees hold the rest
      assertThat(area / lines).as("frame %d", frame).isBetween(0.985, 1.0);
    }
  }

  @Test
  void strongestLineOfTheFirstFrameCountsAtItsRate() {
    Peak strongest = peak(0, RampPhase.B1, "220");
    assertThat(strongest)
        .isEqualTo(
            ramp.state(0).peaks().stream()
                .max(Comparator.comparingDouble(Peak::area))
                .orElseThrow());
    double height =
        strongest.area() * PseudoVoigt.unitHeight(strongest.fwhmDeg(), strongest.mixing());
    assertThat(height).isCloseTo(25, within(0.1));
  }

  @Test
  void linesBroadenWithPressure() {
    assertThat(ramp.fwhmDeg(11.2, 0.5)).isBetween(0.11, 0.16);
    assertThat(ramp.fwhmDeg(11.9, 86)).isBetween(0.19, 0.31);
    assertThat(ramp.fwhmDeg(21, 86)).isGreaterThan(ramp.fwhmDeg(21, 13));
  }

  @Test
  void pseudoVoigtHasUnitAreaAndItsWidth() {
    Peak peak = new Peak(RampPhase.B1, "111", 50, 3, 0.2, 0.3);
    double[] grid = new double[100_001];
    peak.shape().addTo(grid, 0, 0.001);
    double area = 0;
    for (double value : grid) {
      area += 0.001 * value;
    }
    assertThat(area).isCloseTo(3 * (1 - 0.3 * 2 / Math.PI * Math.atan(0.1 / 50)), within(1e-6));
    assertThat(grid[50_100]).isCloseTo(grid[50_000] / 2, within(1e-9));
    assertThat(grid[50_000]).isCloseTo(3 * PseudoVoigt.unitHeight(0.2, 0.3), within(1e-9));
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new PressureRamp(10, 5, 2)).hasMessageContaining("pressure must rise");
    assertThatThrownBy(() -> new Transition(13, 0)).hasMessageContaining("must be positive");
    assertThatThrownBy(() -> new Exposure(0.1, 0.05, 1, 1)).hasMessageContaining("frame period");
    assertThatThrownBy(() -> new Beam(0.48, 0.99))
        .hasMessageContaining("wavelength must be within");
    assertThatThrownBy(() -> RampSettings.lambda2m(1, 0)).hasMessageContaining("frames must be");
    assertThatThrownBy(() -> ramp.state(FRAMES))
        .hasMessageContaining("frame must be within 0 and 348");
  }

  private Peak peak(int frame, RampPhase phase, String hkl) {
    return ramp.state(frame).peaks().stream()
        .filter(p -> p.phase() == phase && p.hkl().equals(hkl))
        .findFirst()
        .orElseThrow();
  }
}
