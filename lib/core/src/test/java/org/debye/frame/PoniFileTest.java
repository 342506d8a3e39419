package org.debye.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.fixtures.SharedData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoniFileTest {
  private static final String VERSION_1 =
      """
      # Nota: C-Order, 1 refers to the Y axis, 2 to the X axis
      # Calibration done at Wed May  7 16:28:23 2014
      PixelSize1: 7.9e-05
      PixelSize2: 8.1e-05
      Distance: 0.196687052414
      Poni1: 0.0816
      Poni2: 0.0817
      Rot1: 0.00433
      Rot2: -0.00268
      Rot3: -1.4e-09
      SplineFile: None
      Wavelength: 3.1e-11
      """;

  private static String version2(String detector, String config) {
    return "poni_version: 2.1\nDetector: "
        + detector
        + "\nDetector_config: "
        + config
        + "\nDistance: 0.2\nPoni1: 0.01\nPoni2: 0.02\nRot1: 0\nRot2: 0\nRot3: 0\n";
  }

  @Test
  void readsVersion1() {
    DetectorGeometry geometry = PoniFile.parse(VERSION_1, "a.poni");
    assertThat(geometry)
        .isEqualTo(
            new DetectorGeometry(
                0.196687052414,
                0.0816,
                0.0817,
                0.00433,
                -0.00268,
                -1.4e-09,
                Detector.generic(7.9e-5, 8.1e-5),
                3.1e-11));
  }

  @Test
  void takesTheLastOfSeveralCalibrations() {
    String appended = VERSION_1 + "# Calibration done later\r\nDistance: 0.25\r\nPoni1: 0.07\r\n";
    DetectorGeometry geometry = PoniFile.parse(appended, "a.poni");
    assertThat(geometry.distance()).isEqualTo(0.25);
    assertThat(geometry.poni1()).isEqualTo(0.07);
    assertThat(geometry.poni2()).isEqualTo(0.0817);
  }

  @Test
  void readsVersion2WithoutShapeOrWavelength() {
    DetectorGeometry geometry =
        PoniFile.parse(
            version2("Detector", "{\"pixel1\": 5.5e-05, \"pixel2\": 6e-05, \"max_shape\": null}"),
            "a.poni");
    assertThat(geometry.detector()).isEqualTo(Detector.generic(5.5e-5, 6e-5));
    assertThat(geometry.wavelength()).isNull();
    assertThatThrownBy(() -> geometry.requireWavelength("scan.h5", "q_per_nm"))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("scan.h5", "q_per_nm", "geometry.wavelength")
        .extracting(e -> ((InputException) e).code())
        .isEqualTo(FailureCode.MISSING_WAVELENGTH);
  }

  @ParameterizedTest
  @CsvSource({"1,TOP_LEFT", "2,TOP_RIGHT", "3,BOTTOM_RIGHT", "4,BOTTOM_LEFT", "0,BOTTOM_RIGHT"})
  void readsOrientation(int number, Orientation orientation) {
    String config =
        "{\"pixel1\": 1e-4, \"pixel2\": 1e-4, \"max_shape\": [10, 20], \"orientation\": "
            + number
            + "}";
    Detector detector = PoniFile.parse(version2("Detector", config), "a.poni").detector();
    assertThat(detector.orientation()).isEqualTo(orientation);
    assertThat(detector.shape()).isEqualTo(new FrameShape(10, 20));
  }

  @Test
  void readsNamedDetectors() {
    Detector pilatus =
        PoniFile.parse(version2("Pilatus1M", "{\"orientation\": 3}"), "a.poni").detector();
    assertThat(pilatus.shape()).isEqualTo(new FrameShape(1043, 981));
    assertThat(pilatus.pixel1()).isEqualTo(172e-6);
    Detector binned =
        PoniFile.parse(
                version2("RayonixSx165", "{\"pixel1\": 7.9e-05, \"pixel2\": 7.9e-05}"), "a.poni")
            .detector();
    assertThat(binned.shape()).isEqualTo(new FrameShape(2048, 2048));
  }

  @Test
  void refusesImagesOfAnotherShape() {
    DetectorGeometry geometry = PoniFile.parse(version2("Eiger4M", "{}"), "a.poni");
    assertThatThrownBy(() -> geometry.requireShape(new FrameShape(516, 1556), "scan.h5"))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("scan.h5", "516 x 1556", "Eiger 4M", "2167 x 2070")
        .extracting(e -> ((InputException) e).code())
        .isEqualTo(FailureCode.GEOMETRY_MISMATCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Distance: 0.2 | MALFORMED_TEXT | no pixel sizes",
        "PixelSize1: 1e-4;PixelSize2: 1e-4;Poni1: 0;Poni2: 0 | MALFORMED_TEXT | no value for dist",
        "PixelSize1: 1e-4;PixelSize2: 1e-4;Distance: near | MALFORMED_TEXT | distance must be a number",
        "PixelSize1: 1e-4;PixelSize2: 1e-4;Distance: -1 | MALFORMED_TEXT | must be positive",
        "PixelSize1: 0;PixelSize2: 1e-4;Distance: 1 | MALFORMED_TEXT | must be positive",
        "PixelSize1: 1e-4;SplineFile: frelon.spline | INVALID_CONFIGURATION | distortion",
        "poni_version: 3;Distance: 1 | MALFORMED_TEXT | newer than 2.1",
        "poni_version: 2;Detector: Aarhus;Detector_config: {} | INVALID_CONFIGURATION | Aarhus",
        "poni_version: 2;Detector: Detector;Detector_config: {pixel1 | MALFORMED_TEXT | JSON",
        "poni_version: 2;Detector: NexusDetector;Detector_config: {\"filename\": \"d.h5\"}"
            + " | MALFORMED_TEXT | filename",
        "nothing | MALFORMED_TEXT | no pixel sizes",
      })
  void refuses(String lines, FailureCode code, String problem) {
    assertThatThrownBy(() -> PoniFile.parse(lines.replace(';', '\n'), "bad.poni"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("bad.poni: ")
        .hasMessageContaining(problem)
        .extracting(e -> ((InputException) e).code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "lambda/L2.poni, 0.3091923560063649, BOTTOM_RIGHT, 4.836e-11",
    "hdf5/esrf/CeO2_Pilatus1M.poni, 0.208651380603, BOTTOM_RIGHT, 4.066e-11",
    "hdf5/esrf/LaB6_40keV_MarCCD.poni, 0.196711580484, BOTTOM_RIGHT, 3.1e-11",
    "hdf5/esrf/LaB6_40keV_MarCCD_new_with_orientation.poni, 0.196711580484, TOP_RIGHT, 3.1e-11"
  })
  void readsRealFiles(String file, double distance, Orientation orientation, double wavelength)
      throws IOException {
    Optional<Path> path = SharedData.find(file);
    Assumptions.assumeTrue(path.isPresent(), SharedData.absent(file));
    DetectorGeometry geometry = PoniFile.parse(Files.readString(path.get()), file);
    assertThat(geometry.distance()).isEqualTo(distance);
    assertThat(geometry.detector().orientation()).isEqualTo(orientation);
    assertThat(geometry.wavelength()).isEqualTo(wavelength);
  }
}
