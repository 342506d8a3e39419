package org.debye.spectra.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.debye.fixtures.Golden;
import org.debye.frame.Detector;
import org.debye.frame.DetectorGeometry;
import org.debye.frame.DetectorLayout;
import org.debye.frame.FrameShape;
import org.debye.frame.ImageFlip;
import org.debye.frame.MaskRules;
import org.debye.frame.PixelType;
import org.debye.spectra.AxisKind;
import org.debye.spectra.Spectrum;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting against pyFAI's own result; test/golden/pyfai_integration.py makes the values. */
class PyFaiAgreementTest {
  private static final int POINTS = 100;

  record Scene(FrameShape shape, @Nullable Double polarisation, DetectorGeometry geometry) {
    static final Scene INSIDE =
        new Scene(
            new FrameShape(60, 80),
            0.95,
            new DetectorGeometry(
                0.05, 0.0021, 0.0033, -0.01, -0.015, 0.3, Detector.generic(55e-6, 75e-6), 1.1e-10));
    static final Scene OUTSIDE =
        new Scene(
            new FrameShape(96, 72),
            null,
            new DetectorGeometry(
                0.11, -0.011, 0.004, -0.2, 0.35, -1.2, Detector.generic(172e-6, 172e-6), 0.7e-10));

    static Scene of(String name) {
      return name.equals("inside") ? INSIDE : OUTSIDE;
    }
  }

  record Case(int index, List<String> fields) {
    IntegrationSettings settings() {
      return new IntegrationSettings(
          POINTS,
          AxisKind.valueOf(fields.get(3).toUpperCase(Locale.ROOT)),
          PixelSplitting.valueOf(fields.get(1)),
          Normalisation.valueOf(fields.get(2)),
          ErrorModel.POISSON,
          fields.get(9).isEmpty()
              ? null
              : new SigmaClipping(
                  Double.parseDouble(fields.get(9)), Integer.parseInt(fields.get(10))),
          true,
          Scene.of(fields.get(0)).polarisation(),
          range(4),
          range(6));
    }

    private @Nullable Range range(int at) {
      return fields.get(at).isEmpty()
          ? null
          : new Range(Double.parseDouble(fields.get(at)), Double.parseDouble(fields.get(at + 1)));
    }

    @Override
    public String toString() {
      return String.join(" ", fields);
    }
  }

  static Stream<Case> cases() {
    String table = new String(Golden.bytes("pyfai_integration_cases.csv"), StandardCharsets.UTF_8);
    List<String> lines = table.lines().skip(1).toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Case(i, List.of(lines.get(i).split(",", -1))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agrees(Case wanted) {
    Scene scene = Scene.of(wanted.fields().get(0));
    byte[] golden = Golden.bytes("pyfai_integration_" + wanted.fields().get(0) + ".bin");
    int pixels = scene.shape().pixels();
    boolean[] mask = new boolean[pixels];
    for (int i = 0; i < pixels; i++) {
      mask[i] = golden[2 * pixels + i] != 0;
    }
    boolean corrected = wanted.fields().get(8).equals("True");
    PixelCorrections corrections =
        new PixelCorrections(
            mask,
            MaskRules.everything(),
            corrected ? dark(pixels) : new float[0],
            corrected ? flat(pixels, wanted.fields().get(2).equals("LEGACY")) : new float[0],
            null);
    FrameReduction reduction =
        FrameReduction.of(
            scene.geometry(),
            DetectorLayout.single(scene.shape(), ImageFlip.NONE),
            corrections,
            wanted.settings(),
            "golden");
    FrameBlock block = reduction.block();
    block.add(3, 0, Arrays.copyOf(golden, 2 * pixels), PixelType.UINT16);
    Spectrum[] out = new Spectrum[FrameBlock.LANES];
    Arrays.setAll(out, i -> reduction.spectrum());
    reduction.integrate(block, out);

    ByteBuffer expected =
        ByteBuffer.wrap(Golden.bytes("pyfai_integration.bin"))
            .order(ByteOrder.LITTLE_ENDIAN)
            .position(wanted.index() * POINTS * 16);
    double[] positions = reduction.axis().values();
    for (int i = 0; i < POINTS; i++) {
      double position = expected.getDouble();
      assertThat(positions[i]).isCloseTo(position, within(1e-12 * position));
    }
    close("intensity", out[3].intensity(), expected);
    close("sigma", out[3].sigma(), expected);
  }

  private static void close(String what, float[] found, ByteBuffer buffer) {
    float[] expected = new float[POINTS];
    float largest = 0;
    for (int i = 0; i < POINTS; i++) {
      expected[i] = buffer.getFloat();
      largest = Float.isNaN(expected[i]) ? largest : Math.max(largest, Math.abs(expected[i]));
    }
    for (int i = 0; i < POINTS; i++) {
      assertThat(Float.isNaN(found[i]))
          .as("%s[%d] is NaN: %s, expected %s", what, i, found[i], expected[i])
          .isEqualTo(Float.isNaN(expected[i]));
      if (!Float.isNaN(expected[i])) {
        assertThat((double) found[i])
            .as("%s[%d]", what, i)
            .isCloseTo(expected[i], within(1e-5 * largest));
      }
    }
  }

  private static float[] dark(int pixels) {
    float[] dark = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      dark[i] = i * 5 % 7 / 4f;
    }
    return dark;
  }

  private static float[] flat(int pixels, boolean withoutZeros) {
    float[] flat = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      flat[i] = i % 101 == 0 ? (withoutZeros ? 1 : 0) : 1 + i * 7 % 13 / 64f;
    }
    return flat;
  }
}
