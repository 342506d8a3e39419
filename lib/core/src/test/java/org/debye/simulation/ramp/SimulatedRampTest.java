package org.debye.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.junit.jupiter.api.Test;

/** Spectra depend on what they should, are noisy as photons are, and hold what the truth says. */
class SimulatedRampTest {
  private final SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("D8"), 7);

  @Test
  void aSpectrumDependsOnSeedDatasetAndFrameAlone() {
    Spectrum first = ramp.spectrum(80);
    SimulatedRamp again = new SimulatedRamp(RampDataset.named("d8"), 7);
    IntStream.of(221, 0, 81).forEach(again::spectrum);
    assertThat(again.spectrum(80).intensity()).isEqualTo(first.intensity());
    assertThat(again.spectrum(80).sigma()).isEqualTo(first.sigma());
    assertThat(ramp.spectrum(81).intensity()).isNotEqualTo(first.intensity());
    SimulatedRamp other = new SimulatedRamp(RampDataset.named("D8"), 8);
    assertThat(other.spectrum(80).intensity()).isNotEqualTo(first.intensity());
    assertThat(other.expected(80)).isNotEqualTo(ramp.expected(80));
    assertThat(new SimulatedRamp(RampDataset.named("D9"), 7).expected(0))
        .isNotEqualTo(ramp.expected(0));
  }

  @Test
  void theAxisIsThatOfThePublishedRamp() {
    SpectralAxis axis = SimulatedRamp.axis();
    assertThat(axis.points()).isEqualTo(4023);
    assertThat(axis.values()[0]).isEqualTo(9.5604);
    assertThat(axis.values()[4022]).isCloseTo(25.5496, within(1e-12));
  }

  @Test
  void noiseIsThatOfCountedPhotons() {
    double[] expected = ramp.expected(40);
    double[] pixels = ramp.pixels();
    Spectrum spectrum = ramp.spectrum(40);
    double chiSquare = 0;
    double sigmas = 0;
    for (int i = 0; i < expected.length; i++) {
      double variance = expected[i] / pixels[i];
      double off = spectrum.intensity()[i] - expected[i];
      chiSquare += off * off / variance;
      sigmas += spectrum.sigma()[i] * spectrum.sigma()[i] / variance;
    }
    // a chi-square of 4,023 degrees of freedom, to five of its standard deviations
    assertThat(chiSquare / expected.length).isCloseTo(1, within(5 * Math.sqrt(2.0 / 4023)));
    assertThat(sigmas / expected.length).isCloseTo(1, within(0.01));
  }

  @Test
  void whatIsExpectedIsTheSumOfItsPhases() {
    FrameTruth truth = ramp.truth(80);
    assertThat(truth.label()).isEqualTo(FrameLabel.DURING);
    double[] sum = ramp.background();
    for (Crystal crystal : ramp.crystals()) {
      double fraction = at(truth.fractions(), crystal.key());
      double[] template = ramp.template(80, crystal);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += fraction * template[i];
      }
    }
    double[] expected = ramp.expected(80);
    for (int i = 0; i < sum.length; i++) {
      assertThat(sum[i]).isCloseTo(expected[i], within(1e-12));
    }
  }

  @Test
  void exposureMakesCounts() {
    double short1 = sum(new SimulatedRamp(RampDataset.named("D4"), 1).background());
    double long100 = sum(new SimulatedRamp(RampDataset.named("D2"), 1).background());
    assertThat(long100 / short1).isCloseTo(100, within(1e-6));
  }

  @Test
  void neonScattersOnlyWhenItHasFrozen() {
    SimulatedRamp inNeon = new SimulatedRamp(RampDataset.named("D7"), 1);
    assertThat(inNeon.truth(13).pressureGpa()).isLessThan(4.8);
    assertThat(sum(inNeon.template(13, Crystal.NEON))).isZero();
    assertThat(inNeon.truth(17).pressureGpa()).isGreaterThan(4.8);
    assertThat(sum(inNeon.template(17, Crystal.NEON))).isPositive();
  }

  @Test
  void texturesRestWhileThePressureIsHeld() {
    SimulatedRamp held = new SimulatedRamp(RampDataset.named("D2"), 1);
    assertThat(held.expected(0)).isEqualTo(held.expected(15));
    assertThat(held.expected(0)).isNotEqualTo(held.expected(20));
  }

  /** Standard deviation 1 and Matern's covariance (1 + d) exp(-d), d = sqrt(3) 2 / 6, of steps. */
  @Test
  void texturesWalkAsTheirCovarianceSays() {
    Texture walking = Texture.walking(1, 6, 1);
    double[] pressures = {0, 0.5, 0.5, 1.5, 2};
    double square = 0;
    double product = 0;
    int walks = 20_000;
    RandomStreams streams = RandomStreams.of(3);
    for (int i = 0; i < walks; i++) {
      double[] walk = walking.walk(streams.at("walk", i), pressures);
      assertThat(walk[2]).isEqualTo(walk[1]);
      square += walk[4] * walk[4] / walks;
      product += walk[0] * walk[4] / walks;
    }
    double d = Math.sqrt(3) * 2 / 6;
    assertThat(square).isCloseTo(1, within(0.04));
    assertThat(product).isCloseTo((1 + d) * Math.exp(-d), within(0.04));
  }

  @Test
  void marchAndDollasesFunctionKeepsTheMeanOverTheSphere() {
    Texture leaning = Texture.walking(0, 1, 0.7);
    Line line = Crystal.IRON_HCP.lines(20, SimulatedRamp.WAVELENGTH, 10, 20).get(0);
    double sum = 0;
    int steps = 20_000;
    for (int i = 0; i < steps; i++) {
      double cosine = (i + 0.5) / steps;
      Line tilted = new Line(line.crystal(), line.plane(), 1, 1, 0, 1, cosine * cosine);
      sum += leaning.factor(tilted, 20, 0) / steps;
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static <T> T at(Map<String, T> map, String key) {
    return Optional.ofNullable(map.get(key)).orElseThrow();
  }
}
