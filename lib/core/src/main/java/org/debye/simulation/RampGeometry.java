package org.debye.simulation;

import java.io.Serializable;
import java.util.Locale;
import org.debye.frame.Detector;
import org.debye.frame.DetectorGeometry;
import org.debye.frame.FrameShape;

/**
 * Where the detector stands, in pyFAI's convention.
 *
 * @param distance sample to detector plane along its normal, m
 * @param poni1 point of normal incidence along the rows' direction (vertical), m
 * @param poni2 the same along the columns' direction (horizontal), m
 * @param rot1 rotation about the vertical, rad
 * @param rot2 rotation about the horizontal, rad
 * @param rot3 rotation about the beam, rad
 * @param pixel edge of a square pixel, m
 */
public record RampGeometry(
    double distance,
    double poni1,
    double poni2,
    double rot1,
    double rot2,
    double rot3,
    double pixel)
    implements Serializable {
  public RampGeometry {
    if (!(distance > 0) || !(pixel > 0)) {
      throw new IllegalArgumentException(
          "distance and pixel size must be positive, got " + distance + " and " + pixel + " m");
    }
    for (double value : new double[] {poni1, poni2, rot1, rot2, rot3}) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("geometry must be finite, got " + value);
      }
    }
  }

  /** A 2M detector beside the beam that sees 2 theta from 9.4 to 25.5 degrees. */
  public static RampGeometry besideTheBeam() {
    return new RampGeometry(0.309, 0.0504, 0.138, 0.0071, 0.0014, 0, 55e-6);
  }

  /** The same as the reduction knows it. */
  public DetectorGeometry asDetectorGeometry(double wavelength) {
    Detector detector = Detector.generic(pixel, pixel);
    return new DetectorGeometry(distance, poni1, poni2, rot1, rot2, rot3, detector, wavelength);
  }

  /** The geometry as a PONI file, version 2, that pyFAI and {@code geometry.poni} read. */
  public String poniText(FrameShape assembled, double wavelength) {
    return String.format(
        Locale.ROOT,
        """
        # Geometry of a simulated ramp
        poni_version: 2
        Detector: Detector
        Detector_config: {"pixel1": %s, "pixel2": %s, "max_shape": [%d, %d]}
        Distance: %s
        Poni1: %s
        Poni2: %s
        Rot1: %s
        Rot2: %s
        Rot3: %s
        Wavelength: %s
        """,
        pixel,
        pixel,
        assembled.rows(),
        assembled.columns(),
        distance,
        poni1,
        poni2,
        rot1,
        rot2,
        rot3,
        wavelength);
  }
}
