package org.debye.spectra.reduction;

import java.io.Serializable;
import org.debye.spectra.AxisKind;
import org.jspecify.annotations.Nullable;

/**
 * What the reduction of a frame to a spectrum is asked to do.
 *
 * @param points bins of the axis
 * @param unit 2theta in degrees, q in 1/nm or 1/angstrom, or radius in mm
 * @param sigmaClipping none if null; with {@link Normalisation#NG} and {@link ErrorModel#POISSON}
 *     only
 * @param solidAngle divide by the solid angle of the pixel
 * @param polarisation factor from -1 (vertical) to 1 (horizontal); no correction if null
 * @param radialRange in the axis unit; the range of the unmasked pixels if null
 * @param azimuthRange in degrees from the horizontal, towards growing rows; the whole ring if null
 */
public record IntegrationSettings(
    int points,
    AxisKind unit,
    PixelSplitting splitting,
    Normalisation normalisation,
    ErrorModel errorModel,
    @Nullable SigmaClipping sigmaClipping,
    boolean solidAngle,
    @Nullable Double polarisation,
    @Nullable Range radialRange,
    @Nullable Range azimuthRange)
    implements Serializable {

  public IntegrationSettings {
    if (points < 1) {
      throw new IllegalArgumentException("points must be at least 1, got " + points);
    }
    if (unit == AxisKind.ENERGY_EV || unit == AxisKind.CHANNEL) {
      throw new IllegalArgumentException("frames cannot be integrated to the axis " + unit.key());
    }
    if (polarisation != null && !(Math.abs(polarisation) <= 1)) {
      throw new IllegalArgumentException("polarisation must be in [-1, 1], got " + polarisation);
    }
    if (radialRange != null && !(radialRange.start() < radialRange.end())) {
      throw new IllegalArgumentException("radial range must grow: " + radialRange);
    }
    if (sigmaClipping != null
        && (normalisation != Normalisation.NG || errorModel != ErrorModel.POISSON)) {
      throw new IllegalArgumentException(
          "sigma clipping needs normalisation ng and error model poisson");
    }
  }

  /** Bounding box, ng, Poisson errors, solid angle and no polarisation correction. */
  public static IntegrationSettings of(int points, AxisKind unit) {
    return new IntegrationSettings(
        points,
        unit,
        PixelSplitting.BOUNDING_BOX,
        Normalisation.NG,
        ErrorModel.POISSON,
        null,
        true,
        null,
        null,
        null);
  }
}
