package org.debye.spectra.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.Detector;
import org.debye.frame.DetectorGeometry;
import org.debye.frame.DetectorLayout;
import org.debye.frame.FrameShape;
import org.debye.frame.ImageFlip;
import org.debye.frame.MaskRules;
import org.debye.frame.ModulePlacement;
import org.debye.frame.Orientation;
import org.debye.frame.PixelType;
import org.debye.spectra.AxisKind;
import org.debye.spectra.Spectrum;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReductionTest {
  private static final FrameShape SHAPE = new FrameShape(70, 90);
  private static final DetectorLayout LAYOUT = DetectorLayout.single(SHAPE, ImageFlip.NONE);
  private static final DetectorGeometry GEOMETRY =
      new DetectorGeometry(0.2, 0.004, 0.003, 0.1, -0.05, 0.2, Detector.generic(1e-4, 1e-4), 1e-10);

  private static IntegrationSettings settings(PixelSplitting splitting, Normalisation norm) {
    return new IntegrationSettings(
        60,
        AxisKind.TWO_THETA_DEG,
        splitting,
        norm,
        ErrorModel.POISSON,
        null,
        true,
        0.9,
        null,
        null);
  }

  private static FrameReduction reduction(
      DetectorLayout layout, PixelCorrections corrections, IntegrationSettings settings) {
    return FrameReduction.of(GEOMETRY, layout, corrections, settings, "test");
  }

  private static FrameReduction plain(PixelSplitting splitting) {
    return reduction(
        LAYOUT, PixelCorrections.of(MaskRules.everything()), settings(splitting, Normalisation.NG));
  }

  private static int[] counts(int pixels, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.ints(pixels, 0, 120).toArray();
  }

  private static byte[] uint16(int[] counts) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * counts.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int count : counts) {
      bytes.putShort((short) count);
    }
    return bytes.array();
  }

  private static Spectrum[] spectra(FrameReduction reduction) {
    Spectrum[] out = new Spectrum[FrameBlock.LANES];
    Arrays.setAll(out, i -> reduction.spectrum());
    return out;
  }

  private static Spectrum integrate(FrameReduction reduction, int[] counts) {
    FrameBlock block = reduction.block();
    block.add(0, 0, uint16(counts), PixelType.UINT16);
    Spectrum[] out = spectra(reduction);
    reduction.integrate(block, out);
    return out[0];
  }

  private static void same(Spectrum found, Spectrum expected) {
    close(found.intensity(), expected.intensity());
    close(found.sigma(), expected.sigma());
  }

  private static void close(float[] found, float[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (Float.isNaN(expected[i])) {
        assertThat(found[i]).isNaN();
      } else {
        assertThat(found[i]).isCloseTo(expected[i], within(1e-5f * (1 + Math.abs(expected[i]))));
      }
    }
  }

  private static FailureCode code(Throwable thrown) {
    return ((InputException) thrown).code();
  }

  /** Whatever the geometry, the shares of a pixel add up to one. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void sharesOutEveryPixelWhole(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DetectorGeometry geometry =
        new DetectorGeometry(
            random.nextDouble(0.05, 0.5),
            random.nextDouble(-0.01, 0.02),
            random.nextDouble(-0.01, 0.02),
            random.nextDouble(-0.8, 0.8),
            random.nextDouble(-0.8, 0.8),
            random.nextDouble(-3, 3),
            Detector.generic(1e-4, random.nextDouble(5e-5, 2e-4)),
            1e-10);
    for (PixelSplitting splitting : PixelSplitting.values()) {
      IntegrationSettings settings = settings(splitting, Normalisation.LEGACY);
      FrameReduction reduction =
          FrameReduction.of(
              geometry, LAYOUT, PixelCorrections.of(MaskRules.nothing()), settings, "test");
      int[] ones = new int[SHAPE.pixels()];
      Arrays.fill(ones, 1);
      FrameBlock block = reduction.block();
      block.add(0, 0, uint16(ones), PixelType.UINT16);
      reduction.integrate(block, spectra(reduction));
      double whole = 0;
      for (double norm : block.workspace.sharedNorms) {
        whole += norm;
      }
      assertThat(whole).as("seed %d, %s", seed, splitting).isCloseTo(6300, within(0.01));
    }
  }

  @ParameterizedTest
  @EnumSource(PixelSplitting.class)
  void lanesAreIndependent(PixelSplitting splitting) {
    FrameReduction reduction = plain(splitting);
    FrameBlock block = reduction.block();
    for (int lane = 0; lane < FrameBlock.LANES; lane++) {
      int[] counts = counts(SHAPE.pixels(), lane);
      counts[100 * lane] = 65535;
      block.add(lane, 0, uint16(counts), PixelType.UINT16);
    }
    Spectrum[] out = spectra(reduction);
    reduction.integrate(block, out);
    for (int lane = 0; lane < FrameBlock.LANES; lane++) {
      int[] counts = counts(SHAPE.pixels(), lane);
      counts[100 * lane] = 65535;
      same(integrate(reduction, counts), out[lane]);
    }
  }

  @Test
  void unusedLanesAreLeftAlone() {
    FrameReduction reduction = plain(PixelSplitting.BOUNDING_BOX);
    FrameBlock block = reduction.block();
    block.add(5, 0, uint16(counts(SHAPE.pixels(), 1)), PixelType.UINT16);
    block.clear();
    block.add(2, 0, uint16(counts(SHAPE.pixels(), 2)), PixelType.UINT16);
    Spectrum[] out = spectra(reduction);
    out[5].intensity()[7] = -3;
    reduction.integrate(block, out);
    assertThat(out[5].intensity()[7]).isEqualTo(-3);
    same(out[2], integrate(reduction, counts(SHAPE.pixels(), 2)));
    block.clear();
    out[2].intensity()[7] = -3;
    reduction.integrate(block, out);
    assertThat(out[2].intensity()[7]).isEqualTo(-3);
  }

  /** A value that a rule leaves out takes its norm with it, as if the pixel were masked. */
  @ParameterizedTest
  @EnumSource(Normalisation.class)
  void leavesOutValuesWithTheirNorm(Normalisation normalisation) {
    int[] counts = counts(SHAPE.pixels(), 3);
    boolean[] mask = new boolean[SHAPE.pixels()];
    for (int i = 1; i < mask.length - 1; i += 7) {
      if (i % 90 != 0 && i % 90 != 89 && i > 90 && i < 69 * 90) {
        mask[i] = true;
        counts[i] = 65535;
      }
    }
    IntegrationSettings settings = settings(PixelSplitting.BOUNDING_BOX, normalisation);
    PixelCorrections rules = PixelCorrections.of(MaskRules.everything());
    FrameReduction byValue = reduction(LAYOUT, rules, settings);
    FrameReduction byMask = reduction(LAYOUT, rules.withMask(mask), settings);
    assertThat(byMask.axis().values()).containsExactly(byValue.axis().values());
    same(integrate(byValue, counts), integrate(byMask, counts));
  }

  @Test
  void binsWhosePixelsAreAllLeftOutAreNaN() {
    FrameReduction reduction = plain(PixelSplitting.NONE);
    int[] counts = new int[SHAPE.pixels()];
    Arrays.fill(counts, 65535);
    counts[0] = 17;
    Spectrum spectrum = integrate(reduction, counts);
    int finite = 0;
    for (int i = 0; i < spectrum.intensity().length; i++) {
      assertThat(Float.isNaN(spectrum.sigma()[i])).isEqualTo(Float.isNaN(spectrum.intensity()[i]));
      finite += Float.isNaN(spectrum.intensity()[i]) ? 0 : 1;
    }
    assertThat(finite).isEqualTo(1);
  }

  @Test
  void sumsFrames() {
    int[] first = counts(SHAPE.pixels(), 4);
    int[] second = counts(SHAPE.pixels(), 5);
    int[] sum = new int[first.length];
    Arrays.setAll(sum, i -> first[i] + second[i]);
    first[1234] = 65535;
    second[2345] = 65535;
    sum[1234] = 65535;
    sum[2345] = 65535;
    float[] dark = new float[SHAPE.pixels()];
    float[] twice = new float[SHAPE.pixels()];
    Arrays.fill(twice, 1.5f);
    Arrays.fill(dark, 0.75f);
    FrameReduction reduction = withDark(dark);
    FrameBlock block = reduction.block();
    block.add(1, 0, uint16(first), PixelType.UINT16);
    block.add(1, 0, uint16(second), PixelType.UINT16);
    Spectrum[] out = spectra(reduction);
    reduction.integrate(block, out);
    same(out[1], integrate(withDark(twice), sum));
  }

  private static FrameReduction withDark(float[] dark) {
    return reduction(
        LAYOUT,
        new PixelCorrections(new boolean[0], MaskRules.everything(), dark, new float[0], null),
        settings(PixelSplitting.BOUNDING_BOX, Normalisation.NG));
  }

  @ParameterizedTest
  @EnumSource(ImageFlip.class)
  void assemblesAndFlipsModules(ImageFlip flip) {
    FrameShape module = new FrameShape(30, 90);
    List<ModulePlacement> placements =
        List.of(new ModulePlacement(0, 0), new ModulePlacement(40, 0));
    DetectorLayout layout = new DetectorLayout(module, placements, SHAPE, flip);
    FrameReduction reduction =
        reduction(
            layout,
            PixelCorrections.of(MaskRules.everything()),
            settings(PixelSplitting.FULL, Normalisation.NG));
    int[] image = new int[SHAPE.pixels()];
    Arrays.fill(image, 65535);
    FrameBlock block = reduction.block();
    for (int m = 0; m < 2; m++) {
      int[] counts = counts(module.pixels(), m);
      block.add(0, m, uint16(counts), PixelType.UINT16);
      for (int i = 0; i < counts.length; i++) {
        image[layout.pixel(m, i / 90, i % 90)] = counts[i];
      }
    }
    Spectrum[] out = spectra(reduction);
    reduction.integrate(block, out);
    FrameReduction whole =
        reduction(
            LAYOUT,
            PixelCorrections.of(MaskRules.everything()).withMask(layout.gaps()),
            settings(PixelSplitting.FULL, Normalisation.NG));
    assertThat(reduction.axis().id()).isEqualTo(whole.axis().id());
    same(out[0], integrate(whole, image));
  }

  @Test
  void unmaskedGapsCountAsZeros() {
    FrameShape module = new FrameShape(30, 90);
    DetectorLayout layout =
        new DetectorLayout(module, List.of(new ModulePlacement(40, 0)), SHAPE, ImageFlip.NONE);
    FrameReduction reduction =
        reduction(
            layout,
            PixelCorrections.of(MaskRules.nothing()),
            settings(PixelSplitting.BOUNDING_BOX, Normalisation.NG));
    int[] counts = counts(module.pixels(), 1);
    int[] image = new int[SHAPE.pixels()];
    System.arraycopy(counts, 0, image, 40 * 90, counts.length);
    FrameReduction whole =
        reduction(
            LAYOUT,
            PixelCorrections.of(MaskRules.nothing()),
            settings(PixelSplitting.BOUNDING_BOX, Normalisation.NG));
    same(integrate(reduction, counts), integrate(whole, image));
  }

  @Test
  void aMissingModuleIsLeftOut() {
    FrameShape module = new FrameShape(35, 90);
    DetectorLayout layout =
        DetectorLayout.of(
            module, List.of(new ModulePlacement(0, 0), new ModulePlacement(35, 0)), ImageFlip.NONE);
    FrameReduction reduction =
        reduction(
            layout,
            PixelCorrections.of(MaskRules.everything()),
            settings(PixelSplitting.BOUNDING_BOX, Normalisation.NG));
    int[] counts = counts(module.pixels(), 9);
    FrameBlock block = reduction.block();
    block.add(0, 0, uint16(counts(module.pixels(), 8)), PixelType.UINT16);
    block.add(0, 1, uint16(counts(module.pixels(), 8)), PixelType.UINT16);
    block.clear();
    block.add(0, 0, uint16(counts), PixelType.UINT16);
    Spectrum[] out = spectra(reduction);
    reduction.integrate(block, out);
    int[] image = Arrays.copyOf(counts, SHAPE.pixels());
    Arrays.fill(image, counts.length, image.length, 65535);
    same(out[0], integrate(plain(PixelSplitting.BOUNDING_BOX), image));
  }

  /** A detector mounted upside down gives the spectrum of the turned image. */
  @ParameterizedTest
  @EnumSource(PixelSplitting.class)
  void orientationIsAFlipOfTheImage(PixelSplitting splitting) {
    FrameReduction mirrored =
        FrameReduction.of(
            GEOMETRY.withDetector(GEOMETRY.detector().withOrientation(Orientation.TOP_RIGHT)),
            LAYOUT,
            PixelCorrections.of(MaskRules.everything()),
            settings(splitting, Normalisation.NG),
            "test");
    FrameReduction flipped =
        reduction(
            DetectorLayout.single(SHAPE, ImageFlip.VERTICAL),
            PixelCorrections.of(MaskRules.everything()),
            settings(splitting, Normalisation.NG));
    int[] counts = counts(SHAPE.pixels(), 6);
    same(integrate(mirrored, counts), integrate(flipped, counts));
  }

  /** 300 degrees of azimuth and the 60 that they leave out make the whole ring. */
  @Test
  void azimuthRangesOverBothCutsComplementEachOther() {
    Spectrum large = integrate(centred(new Range(-150, 150)), counts(SHAPE.pixels(), 7));
    Spectrum over = integrate(centred(new Range(150, -150)), counts(SHAPE.pixels(), 7));
    Spectrum most = integrate(centred(new Range(20, -10)), counts(SHAPE.pixels(), 7));
    Spectrum rest = integrate(centred(new Range(-10, 20)), counts(SHAPE.pixels(), 7));
    Spectrum all = integrate(centred(null), counts(SHAPE.pixels(), 7));
    for (int i = 5; i < 20; i++) {
      assertThat(total(large, i) + total(over, i)).isCloseTo(total(all, i), within(1e-3));
      assertThat(total(most, i) + total(rest, i)).isCloseTo(total(all, i), within(1e-3));
    }
  }

  /** Without corrections, intensity squared over sigma squared is the sum of the counts. */
  private static double total(Spectrum spectrum, int bin) {
    double sigma = spectrum.sigma()[bin];
    return Float.isNaN(spectrum.intensity()[bin])
        ? 0
        : spectrum.intensity()[bin] / (sigma * sigma) * spectrum.intensity()[bin];
  }

  private static FrameReduction centred(@Nullable Range azimuth) {
    return FrameReduction.of(
        DetectorGeometry.ofBeamCentre(0.2, 1e-4, 1e-4, 35.2, 44.7),
        LAYOUT,
        PixelCorrections.of(MaskRules.everything()),
        new IntegrationSettings(
            30,
            AxisKind.RADIUS_MM,
            PixelSplitting.NONE,
            Normalisation.LEGACY,
            ErrorModel.POISSON,
            null,
            false,
            null,
            new Range(0, 3),
            azimuth),
        "test");
  }

  @Test
  void refusesWhatDoesNotFit() {
    IntegrationSettings settings = settings(PixelSplitting.NONE, Normalisation.NG);
    PixelCorrections none = PixelCorrections.of(MaskRules.everything());
    assertThatThrownBy(() -> reduction(LAYOUT, none.withMask(new boolean[100]), settings))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("test", "mask", "100", "70 x 90")
        .matches(e -> code(e) == FailureCode.MASK_MISMATCH);
    boolean[] all = new boolean[SHAPE.pixels()];
    Arrays.fill(all, true);
    assertThatThrownBy(() -> reduction(LAYOUT, none.withMask(all), settings))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no pixel is left")
        .matches(e -> code(e) == FailureCode.ALL_MASKED);
    DetectorGeometry other =
        GEOMETRY.withDetector(GEOMETRY.detector().withShape(new FrameShape(5, 6)));
    assertThatThrownBy(() -> FrameReduction.of(other, LAYOUT, none, settings, "test"))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("70 x 90", "5 x 6")
        .matches(e -> code(e) == FailureCode.GEOMETRY_MISMATCH);
  }

  @Test
  void needsAWavelengthForQAlone() {
    DetectorGeometry geometry = DetectorGeometry.ofBeamCentre(0.2, 1e-4, 1e-4, 30, 40);
    PixelCorrections none = PixelCorrections.of(MaskRules.everything());
    assertThatThrownBy(
            () ->
                FrameReduction.of(
                    geometry, LAYOUT, none, IntegrationSettings.of(10, AxisKind.Q_PER_NM), "a.h5"))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("a.h5", "q_per_nm")
        .matches(e -> code(e) == FailureCode.MISSING_WAVELENGTH);
    assertThat(
            FrameReduction.of(
                    geometry, LAYOUT, none, IntegrationSettings.of(10, AxisKind.RADIUS_MM), "a.h5")
                .axis()
                .points())
        .isEqualTo(10);
  }
}
