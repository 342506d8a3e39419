package org.debye.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.debye.frame.DetectorGeometry;
import org.debye.frame.MaskRules;
import org.debye.frame.PixelType;
import org.debye.frame.PoniFile;
import org.debye.spectra.AxisKind;
import org.debye.spectra.Spectrum;
import org.debye.spectra.reduction.ErrorModel;
import org.debye.spectra.reduction.FrameBlock;
import org.debye.spectra.reduction.FrameReduction;
import org.debye.spectra.reduction.IntegrationSettings;
import org.debye.spectra.reduction.Normalisation;
import org.debye.spectra.reduction.PixelCorrections;
import org.debye.spectra.reduction.PixelSplitting;
import org.junit.jupiter.api.Test;

/** Frames that are simulated and then reduced give back the pattern that they were made from. */
class RampReductionTest {
  /** The reduction, as pyFAI, gives a pixel without counts a variance of one. */
  private static final Exposure BRIGHT = new Exposure(2, 2, 250, 30);

  @Test
  void reducedFramesAreTheTruthWithinTheirErrors() {
    RampSettings settings = with(RampSettings.lambda2m(9, 9), BRIGHT);
    RawRamp ramp = new RawRamp(settings);
    FrameReduction reduction = reduction(ramp, 1500);
    double[] axis = ramp.truthAxis();
    double[] centres = reduction.axis().values();
    for (int frame : new int[] {0, 4, 8}) {
      Spectrum spectrum = reduce(ramp, reduction, frame);
      double[] truth = ramp.truthPattern(frame);
      double chiSquare = 0;
      int points = 0;
      for (int i = 0; i < centres.length; i++) {
        double place = (centres[i] - axis[0]) / (axis[1] - axis[0]);
        int left = (int) place;
        // the corners of the detector have too few counts for a normal error
        if (left >= 0
            && left + 1 < truth.length
            && spectrum.intensity()[i] > 12 * spectrum.sigma()[i]) {
          double model = truth[left] + (place - left) * (truth[left + 1] - truth[left]);
          double standard = (spectrum.intensity()[i] - model) / spectrum.sigma()[i];
          assertThat(Math.abs(standard)).as("frame %d, %s deg", frame, centres[i]).isLessThan(6);
          chiSquare += standard * standard;
          points++;
        }
      }
      assertThat(points).as("frame %d", frame).isGreaterThan(1350);
      assertThat(chiSquare / points).as("frame %d", frame).isCloseTo(1, within(0.15));
    }
  }

  @Test
  void spectraRampHasTheSameMeanAndErrorAsTheFrames() {
    RampSettings settings = with(RampSettings.lambda2m(9, 9), BRIGHT);
    RampSpectra spectra = new RampSpectra(settings, 1500);
    Spectrum direct = spectra.spectrum(4);
    double[] truth = spectra.truthPattern(4);
    double chiSquare = 0;
    int points = 0;
    for (int i = 0; i < truth.length; i++) {
      if (direct.intensity()[i] > 12 * direct.sigma()[i]) {
        chiSquare += Math.pow((direct.intensity()[i] - truth[i]) / direct.sigma()[i], 2);
        points++;
      }
    }
    assertThat(points).isGreaterThan(1350);
    assertThat(chiSquare / points).isCloseTo(1, within(0.15));
    RawRamp ramp = new RawRamp(settings);
    Spectrum reduced = reduce(ramp, reduction(ramp, 1500), 4);
    double ratio = median(direct.sigma()) / median(reduced.sigma());
    assertThat(ratio).isCloseTo(1, within(0.03));
    assertThat(spectra.spectrum(4)).usingRecursiveComparison().isEqualTo(direct);
    assertThat(spectra.spectrum(5).intensity()).isNotEqualTo(direct.intensity());
  }

  private static Spectrum reduce(RawRamp ramp, FrameReduction reduction, int frame) {
    FrameBlock block = reduction.block();
    for (int module = 0; module < ramp.modules(); module++) {
      short[] counts = ramp.frame(module, frame);
      ByteBuffer bytes = ByteBuffer.allocate(2 * counts.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asShortBuffer().put(counts);
      block.add(0, module, bytes.array(), PixelType.INT16);
    }
    Spectrum[] out = new Spectrum[FrameBlock.LANES];
    Arrays.setAll(out, lane -> reduction.spectrum());
    reduction.integrate(block, out);
    return out[0];
  }

  /** With the geometry that a user would read from the PONI file. */
  private static FrameReduction reduction(RawRamp ramp, int points) {
    DetectorGeometry geometry = PoniFile.parse(ramp.poniText(), "ramp.poni");
    boolean[] mask = new boolean[ramp.layout().assembled().pixels()];
    for (int module = 0; module < ramp.modules(); module++) {
      int[] bits = ramp.pixelMask(module);
      int columns = ramp.module().columns();
      for (int i = 0; i < bits.length; i++) {
        mask[ramp.layout().pixel(module, i / columns, i % columns)] = bits[i] != 0;
      }
    }
    IntegrationSettings settings =
        new IntegrationSettings(
            points,
            AxisKind.TWO_THETA_DEG,
            PixelSplitting.NONE,
            Normalisation.NG,
            ErrorModel.POISSON,
            null,
            true,
            ramp.settings().beam().polarisation(),
            null,
            null);
    PixelCorrections corrections = PixelCorrections.of(MaskRules.everything()).withMask(mask);
    return FrameReduction.of(geometry, ramp.layout(), corrections, settings, "ramp");
  }

  private static double median(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** No spots, and this exposure. */
  private static RampSettings with(RampSettings s, Exposure exposure) {
    RampDetector d = s.detector();
    return new RampSettings(
        s.seed(),
        s.frames(),
        s.pressure(),
        s.transition(),
        s.endStrain(),
        s.beam(),
        exposure,
        s.geometry(),
        new RampDetector(d.layout(), d.saturation(), d.deadShare(), d.noisyShare(), 0));
  }
}
