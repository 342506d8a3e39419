package org.debye.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.debye.failure.InputException;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.debye.spectra.peak.SpectralPeak;
import org.junit.jupiter.api.Test;

/** The lines of a frame are those that its noise-free pattern has, and no spectrum is changed. */
final class RampPeaksTest {
  private static final double[] AXIS = SimulatedRamp.axis().values();

  @Test
  void ironHasTheLinesOfItsPhase() {
    SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("D2"), 1);
    assertThat(ramp.peaks(0))
        .extracting(peak -> peak.phase() + " " + peak.line())
        .containsExactly("bcc 110", "bcc 200", "bcc 211");
    assertThat(ramp.peaks(115)).extracting(SpectralPeak::phase).containsOnly("hcp");
    // d(110) = a / sqrt(2), a = 2.866 angstrom near 1 GPa less compression; Bragg at 0.4828
    assertThat(ramp.peaks(0).get(0).position()).isCloseTo(13.71, within(0.05));
  }

  @Test
  void everyPeakIsWhatItsCrystalAddsToThePattern() {
    SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("D9"), 3);
    for (int frame : new int[] {0, 100, 130, 459}) {
      double[] pattern = ramp.expected(frame);
      double[] background = ramp.background();
      for (SpectralPeak peak : ramp.peaks(frame)) {
        int point = nearest(peak.position());
        double above = pattern[point] - background[point];
        // other lines' wings add to it; the nearest point is within half a step of the top
        assertThat(above).isGreaterThan(0.98 * peak.height());
        assertThat(peak.height())
            .isGreaterThan(3 * Math.sqrt(pattern[point] / ramp.pixels()[point]));
      }
    }
  }

  @Test
  void aLoneLineIsHalfAsHighHalfAWidthAside() {
    SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("D2"), 1);
    SpectralPeak peak = ramp.peaks(0).get(0);
    double[] pattern = ramp.expected(0);
    double[] background = ramp.background();
    for (double side : new double[] {peak.from(), peak.to()}) {
      int point = nearest(side);
      assertThat((pattern[point] - background[point]) / peak.height()).isCloseTo(0.5, within(0.03));
    }
  }

  @Test
  void lowLinesAndThoseInTheNoiseAreLeftOut() {
    SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("D9"), 1);
    List<SpectralPeak> peaks = ramp.peaks(130);
    double highest = peaks.stream().mapToDouble(SpectralPeak::height).max().orElseThrow();
    double lowest = peaks.stream().mapToDouble(SpectralPeak::height).min().orElseThrow();
    assertThat(lowest).isGreaterThanOrEqualTo(SimulatedRamp.PEAK_SHARE * highest);
    assertThat(peaks).extracting(SpectralPeak::phase).contains("B1", "rB1");
  }

  @Test
  void sumsOfPointsKeepTheCounts() {
    SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("D1"), 1);
    Spectrum fine = ramp.spectrum(5);
    double[] pixels = ramp.pixels();
    PointSums sums = new PointSums(9);
    Spectrum coarse = sums.of(fine, pixels);
    SpectralAxis axis = sums.axis(SimulatedRamp.axis());
    assertThat(axis.points()).isEqualTo(447);
    assertThat(axis.values()[0]).isCloseTo(AXIS[4], within(1e-12));
    for (int i = 0; i < 447; i++) {
      double counts = 0;
      double all = 0;
      for (int j = 9 * i; j < 9 * i + 9; j++) {
        counts += fine.intensity()[j] * pixels[j];
        all += pixels[j];
      }
      assertThat(coarse.intensity()[i] * all).isCloseTo(counts, within(1e-4 * counts + 1e-9));
      // counts are Poisson's: the variance of their sum is the sum
      assertThat(coarse.sigma()[i] * all).isCloseTo(Math.sqrt(counts), within(1e-3));
    }
    assertThat(new PointSums(1).of(fine, pixels)).isSameAs(fine);
    assertThat(new PointSums(4).axis(SimulatedRamp.axis()).points()).isEqualTo(1005);
    assertThatThrownBy(() -> new PointSums(41))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Give a number from 1 to 40.");
  }

  private static int nearest(double angle) {
    return (int) Math.round((angle - AXIS[0]) / (AXIS[1] - AXIS[0]));
  }
}
