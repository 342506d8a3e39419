package org.debye.frame;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Where a flat detector stands, in pyFAI's parameters (Kieffer & Karkoulis 2013): the point of
 * normal incidence (PONI) is the foot of the perpendicular from the sample on the detector's plane.
 *
 * @param distance sample to PONI, m
 * @param poni1 PONI from the detector's first corner along the rows' direction (vertical), m
 * @param poni2 along the columns' direction (horizontal), m
 * @param rot1 rotation about the vertical axis, rad
 * @param rot2 rotation about the horizontal axis, rad
 * @param rot3 rotation about the beam, rad
 * @param wavelength m, where known
 */
public record DetectorGeometry(
    double distance,
    double poni1,
    double poni2,
    double rot1,
    double rot2,
    double rot3,
    Detector detector,
    @Nullable Double wavelength)
    implements Serializable {

  public DetectorGeometry {
    if (!(distance > 0)) {
      throw new IllegalArgumentException("distance must be positive, got " + distance);
    }
    for (double value : new double[] {poni1, poni2, rot1, rot2, rot3}) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("PONI and rotations must be finite, got " + value);
      }
    }
    if (wavelength != null && !(wavelength > 0)) {
      throw new IllegalArgumentException("wavelength must be positive, got " + wavelength);
    }
  }

  /**
   * A detector normal to the beam, as a NeXus detector group describes it.
   *
   * @param distance sample to detector, m
   * @param pixel1 pixel size along the slow axis ({@code y_pixel_size}), m
   * @param pixel2 pixel size along the fast axis ({@code x_pixel_size}), m
   * @param beamRow where the beam meets the detector, in pixels from the image's first corner
   *     ({@code beam_center_y})
   * @param beamColumn the same along the fast axis ({@code beam_center_x})
   */
  public static DetectorGeometry ofBeamCentre(
      double distance, double pixel1, double pixel2, double beamRow, double beamColumn) {
    return new DetectorGeometry(
        distance,
        beamRow * pixel1,
        beamColumn * pixel2,
        0,
        0,
        0,
        Detector.generic(pixel1, pixel2),
        null);
  }

  public DetectorGeometry withWavelength(double value) {
    return new DetectorGeometry(distance, poni1, poni2, rot1, rot2, rot3, detector, value);
  }

  public DetectorGeometry withDetector(Detector value) {
    return new DetectorGeometry(distance, poni1, poni2, rot1, rot2, rot3, value, wavelength);
  }

  /**
   * Checks that images have the shape that the calibration was made for, where it names one.
   *
   * @throws InputException GEOMETRY_MISMATCH, with both shapes
   */
  public void requireShape(FrameShape image, String where) {
    FrameShape expected = detector.shape();
    if (expected != null && !expected.equals(image)) {
      throw InputException.of(
          FailureCode.GEOMETRY_MISMATCH,
          where,
          "the images have "
              + image
              + " pixels, but the calibration is for "
              + detector.name()
              + " with "
              + expected,
          "Give the PONI file of this detector, or set max_shape in it to null.");
    }
  }

  /**
   * The wavelength in m.
   *
   * @param use what it is needed for, for the message: {@code q}
   * @throws InputException MISSING_WAVELENGTH
   */
  public double requireWavelength(String where, String use) {
    Double value = wavelength;
    if (value == null) {
      throw InputException.of(
          FailureCode.MISSING_WAVELENGTH,
          where,
          "no wavelength in the PONI file nor in the data, and " + use + " needs one",
          "Add a line \"Wavelength: 1.0e-10\" (metres) to the PONI file or set"
              + " geometry.wavelength.");
    }
    return value;
  }
}
