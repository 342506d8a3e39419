package org.debye.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.debye.failure.InputException;
import org.debye.fixtures.Fuzzing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged calibrations: what is read can be meant. */
class PoniFuzzTest {
  private static final String PLACE =
      """
      Distance: 0.196
      Poni1: 0.08
      Poni2: 0.081
      Rot1: 0.004
      Rot2: -0.002
      Rot3: -1.4e-09
      Wavelength: 3.1e-11
      """;
  private static final Map<String, byte[]> CORPUS =
      Map.of(
          "1.poni", bytes("# made by pyFAI\nPixelSize1: 7.9e-05\nPixelSize2: 8e-05\n" + PLACE),
          "2.poni", bytes("poni_version: 2\nDetector: Pilatus1M\nDetector_config: {}\n" + PLACE),
          "2_1.poni",
              bytes(
                  "poni_version: 2.1\nDetector: Detector\nDetector_config: {\"pixel1\": 5.5e-05,"
                      + " \"pixel2\": 6e-05, \"max_shape\": [1833, 1558], \"orientation\": 3}\n"
                      + PLACE),
          "binned.poni",
              bytes(
                  "poni_version: 2\nDetector: RayonixSx165\nDetector_config: {\"pixel1\": 7.9e-05,"
                      + " \"pixel2\": 7.9e-05}\n"
                      + PLACE));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void someHundredDamagedCalibrationsAreReadOrRefused() {
    Fuzzing.check("PONI", Fuzzing.run(CORPUS, PoniFuzzTest::read, 0, 1000));
  }

  @Test
  @Tag("acceptance")
  void tenThousandDamagedCalibrationsAreReadOrRefused() {
    Fuzzing.check("PONI", Fuzzing.run(CORPUS, PoniFuzzTest::read, 0, 10_000));
  }

  private static boolean read(String name, byte[] damaged) {
    try {
      DetectorGeometry geometry = PoniFile.parse(new String(damaged, StandardCharsets.UTF_8), name);
      assertThat(geometry.distance()).isPositive().isFinite();
      assertThat(geometry.detector().pixel1()).isPositive().isLessThan(0.011);
      return true;
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith(name + ": ");
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pixel1\": 1e-4, \"pixel2\": 1e-4, \"max_shape\": [99999999999999999999, 2]}",
        "{\"pixel1\": 1e-4, \"pixel2\": 1e-4, \"max_shape\": [0, 2]}",
        "{\"pixel1\": 1e-4, \"pixel2\": 1e-4, \"max_shape\": [2147483647, 2147483647]}",
        "{\"pixel1\": 1e10, \"pixel2\": 1e-4}",
        "{\"pixel1\": NaN, \"pixel2\": 1e-4}",
      })
  void detectorsThatCannotBeAreRefused(String config) {
    for (String detector : new String[] {"Detector", "RayonixSx165"}) {
      String text =
          "poni_version: 2\nDetector: " + detector + "\nDetector_config: " + config + "\n" + PLACE;
      assertThatThrownBy(() -> PoniFile.parse(text, "a.poni"))
          .isInstanceOf(InputException.class)
          .hasMessageMatching(
              "(?s)a.poni: .*(max_shape must be|pixel sizes must be|must be finite).*");
    }
  }
}
