package org.debye.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.debye.frame.DetectorLayout;
import org.debye.frame.FrameShape;
import org.debye.frame.ImageFlip;
import org.debye.frame.ModulePlacement;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

class RawRampTest {
  private static final RampSettings FULL = RampSettings.lambda2m(42, 5);

  @Test
  void frameDependsOnNothingButSettingsModuleAndFrame() {
    RampSettings settings = small(3, 6, 2);
    RawRamp one = new RawRamp(settings);
    RawRamp other = new RawRamp(settings);
    short[][] forward = new short[12][];
    for (int i = 0; i < 12; i++) {
      forward[i] = one.frame(i % 2, i / 2);
    }
    short[][] backward = new short[12][];
    IntStream.range(0, 12)
        .parallel()
        .forEach(i -> backward[11 - i] = other.frame((11 - i) % 2, (11 - i) / 2));
    assertThat(backward).isDeepEqualTo(forward);
    assertThat(new RawRamp(small(4, 6, 2)).frame(0, 0)).isNotEqualTo(forward[0]);
    assertThat(forward[0]).isNotEqualTo(forward[1]).isNotEqualTo(forward[2]);
  }

  @Test
  void modulesOfAFrameHaveNoiseOfTheirOwn() {
    int frames = 300;
    RawRamp ramp = new RawRamp(small(5, frames, 2));
    double[] expected = new double[ramp.module().pixels()];
    double product = 0;
    for (int frame = 0; frame < frames; frame++) {
      double standard = 1;
      for (int module = 0; module < 2; module++) {
        assertThat(ramp.pixelMask(module)[0]).isZero();
        ramp.expected(module, frame, expected);
        short first = ramp.frame(module, frame)[0];
        standard *= (first - expected[0]) / Math.sqrt(expected[0]);
      }
      product += standard;
    }
    // the correlation of the first pixels; near 1 if both modules drew from one stream
    assertThat(product / frames).isCloseTo(0, within(4 / Math.sqrt(frames)));
  }

  @Test
  void countsHaveTheMeanAndTheVarianceThatTheyShould() {
    int frames = 400;
    // one pressure, so that frames are repetitions
    RampSettings still = small(11, frames, 1);
    RawRamp ramp =
        new RawRamp(
            new RampSettings(
                11,
                frames,
                new PressureRamp(5, 5.0000001, 1),
                still.transition(),
                0,
                still.beam(),
                still.exposure(),
                still.geometry(),
                new RampDetector(still.detector().layout(), 4095, 0.01, 0.01, 0)));
    double[] expected = new double[ramp.module().pixels()];
    ramp.expected(0, 0, expected);
    double[] sum = new double[expected.length];
    double[] squares = new double[expected.length];
    for (int f = 0; f < frames; f++) {
      short[] counts = ramp.frame(0, f);
      for (int i = 0; i < counts.length; i++) {
        sum[i] += counts[i];
        squares[i] += (counts[i] - expected[i]) * (counts[i] - expected[i]);
      }
    }
    double chiSquare = 0;
    double dispersion = 0;
    int pixels = 0;
    for (int i = 0; i < expected.length; i++) {
      if (!Double.isNaN(expected[i])) {
        double standard = (sum[i] / frames - expected[i]) / Math.sqrt(expected[i] / frames);
        assertThat(Math.abs(standard)).as("pixel %d, mean %s", i, expected[i]).isLessThan(6);
        chiSquare += standard * standard;
        dispersion += squares[i] / frames / expected[i];
        pixels++;
      }
    }
    assertThat(pixels).isGreaterThan(9000);
    assertThat(chiSquare / pixels).isCloseTo(1, within(5 * Math.sqrt(2.0 / pixels)));
    assertThat(dispersion / pixels).isCloseTo(1, within(5 * Math.sqrt(3.0 / pixels / frames)));
  }

  @Test
  void moduleLooksLikeALambda() {
    RawRamp ramp = new RawRamp(FULL);
    assertThat(ramp.module()).isEqualTo(new FrameShape(516, 1556));
    assertThat(ramp.layout().assembled()).isEqualTo(new FrameShape(1833, 1558));
    int saturated = 0;
    for (int module = 0; module < 3; module++) {
      short[] counts = ramp.frame(module, 2);
      int[] mask = ramp.pixelMask(module);
      int gaps = 0;
      int masked = 0;
      for (int i = 0; i < counts.length; i++) {
        assertThat(counts[i]).isBetween((short) -1, (short) 4095);
        assertThat(counts[i] == -1).isEqualTo(mask[i] == 1);
        gaps += mask[i] == 1 ? 1 : 0;
        masked += mask[i] != 0 ? 1 : 0;
        saturated += counts[i] == 4095 && mask[i] == 0 ? 1 : 0;
      }
      assertThat(gaps).isEqualTo(5160);
      assertThat(masked / (double) counts.length).isBetween(0.034, 0.046);
      double mean =
          IntStream.range(0, counts.length)
              .filter(i -> mask[i] == 0)
              .mapToDouble(i -> Math.min(200, counts[i]))
              .average()
              .orElseThrow();
      assertThat(mean).isBetween(1.0, 10.0);
    }
    assertThat(saturated).isBetween(4, 200);
  }

  @Test
  void averageOverARingIsTheTruth() {
    RawRamp ramp = new RawRamp(FULL);
    double[] axis = ramp.truthAxis();
    double[] truth = ramp.truthPattern(4);
    double[] counted = new double[axis.length / 50 + 1];
    double[] weight = new double[counted.length];
    double[] wanted = new double[counted.length];
    double[] expected = new double[ramp.module().pixels()];
    for (int module = 0; module < 3; module++) {
      PixelResponse pixels = PixelResponse.of(FULL).module(ramp.layout(), module);
      short[] counts = ramp.frame(module, 4);
      ramp.expected(module, 4, expected);
      for (int i = 0; i < counts.length; i++) {
        double place = (pixels.twoThetaDeg()[i] - axis[0]) / 0.002;
        double model = truth[(int) Math.round(place)];
        if (!Double.isNaN(expected[i]) && expected[i] < 1.5 * pixels.response()[i] * model + 0.5) {
          int bin = (int) (place / 50);
          counted[bin] += counts[i];
          weight[bin] += pixels.response()[i] * model;
          wanted[bin]++;
        }
      }
    }
    double chiSquare = 0;
    int bins = 0;
    for (int bin = 0; bin < counted.length; bin++) {
      if (wanted[bin] > 500) {
        chiSquare += Math.pow(counted[bin] - weight[bin], 2) / weight[bin];
        bins++;
      }
    }
    assertThat(bins).isGreaterThan(130);
    assertThat(chiSquare / bins).isBetween(0.6, 1.5);
  }

  @Test
  void anglesOfThePlainCaseAreThoseOfTheTangent() {
    RampSettings flat =
        new RampSettings(
            1,
            1,
            FULL.pressure(),
            FULL.transition(),
            0,
            new Beam(0.5e-10, 0),
            FULL.exposure(),
            new RampGeometry(0.2, 0, 0, 0, 0, 0, 1e-4),
            new RampDetector(
                DetectorLayout.single(new FrameShape(300, 400), ImageFlip.NONE), 100, 0, 0, 0));
    PixelResponse pixels = PixelResponse.of(flat);
    RandomStream random = RandomStreams.of(5).at("pixels");
    for (int trial = 0; trial < 200; trial++) {
      int row = (int) (300 * random.nextDouble());
      int column = (int) (400 * random.nextDouble());
      double radius = 1e-4 * Math.hypot(row + 0.5, column + 0.5);
      double angle = Math.atan(radius / 0.2);
      double cosine = Math.cos(angle);
      assertThat((double) pixels.twoThetaDeg()[400 * row + column])
          .isCloseTo(Math.toDegrees(angle), within(1e-5));
      assertThat((double) pixels.response()[400 * row + column])
          .isCloseTo(cosine * cosine * cosine * 0.5 * (1 + cosine * cosine), within(1e-6));
    }
  }

  @Test
  void poniNamesTheGeometry() {
    assertThat(new RawRamp(FULL).poniText().lines())
        .contains(
            "poni_version: 2",
            "Detector_config: {\"pixel1\": 5.5E-5, \"pixel2\": 5.5E-5, \"max_shape\": [1833, 1558]}",
            "Distance: 0.309",
            "Wavelength: 4.828E-11");
  }

  /** The coarse detector with fewer modules and more bad pixels. */
  static RampSettings small(long seed, int frames, int modules) {
    RampSettings coarse = RampSettings.coarse(seed, frames);
    List<ModulePlacement> places = coarse.detector().layout().placements().subList(0, modules);
    DetectorLayout layout = DetectorLayout.of(new FrameShape(60, 180), places, ImageFlip.NONE);
    return new RampSettings(
        seed,
        frames,
        coarse.pressure(),
        coarse.transition(),
        coarse.endStrain(),
        coarse.beam(),
        coarse.exposure(),
        coarse.geometry(),
        new RampDetector(layout, 4095, 0.01, 0.01, 2));
  }

  @Test
  void coarseDetectorSeesTheSameAngles() {
    double[] coarse = new RawRamp(RampSettings.coarse(1, 1)).truthAxis();
    double[] fine = new RawRamp(FULL).truthAxis();
    assertThat(coarse[0]).isCloseTo(fine[0], within(0.1));
    assertThat(coarse[coarse.length - 1]).isCloseTo(fine[fine.length - 1], within(0.2));
  }

  @Test
  void emptyAndSaturatedBeamsStayWithinTheirBounds() {
    RampSettings s = small(1, 1, 1);
    short[] dark = new RawRamp(with(s, new Exposure(0.1, 0.1, 0, 0), 0)).frame(0, 0);
    int[] mask = new RawRamp(with(s, new Exposure(0.1, 0.1, 0, 0), 0)).pixelMask(0);
    for (int i = 0; i < dark.length; i++) {
      if (mask[i] == 0) {
        assertThat(dark[i]).isZero();
      }
    }
    short[] bright = new RawRamp(with(s, new Exposure(1, 1, 1e6, 1e6), 0)).frame(0, 0);
    for (int i = 0; i < bright.length; i++) {
      if (mask[i] == 0) {
        assertThat(bright[i]).isEqualTo((short) 4095);
      }
    }
  }

  private static RampSettings with(RampSettings s, Exposure exposure, int spots) {
    return new RampSettings(
        s.seed(),
        s.frames(),
        s.pressure(),
        s.transition(),
        s.endStrain(),
        s.beam(),
        exposure,
        s.geometry(),
        new RampDetector(s.detector().layout(), 4095, 0.01, 0.01, spots));
  }
}
