package org.debye.spectra.reduction;

import java.util.Arrays;
import org.debye.frame.FrameShape;
import org.debye.frame.PixelPositions;

/** What the counts of each pixel are divided by: flat, polarisation and solid angle. */
final class PixelNorms {
  private PixelNorms() {}

  /** Norm of each pixel of the image, row major; 0 where the flat is 0 or no number. */
  static float[] of(
      PixelPositions positions, PixelCorrections corrections, IntegrationSettings settings) {
    FrameShape shape = positions.shape();
    float[] norms = new float[shape.pixels()];
    double[] solidAngle = new double[shape.columns()];
    double[] polarisation = new double[shape.columns()];
    Arrays.fill(solidAngle, 1);
    Arrays.fill(polarisation, 1);
    float[] flat = corrections.flat();
    Double factor = settings.polarisation();
    for (int row = 0; row < shape.rows(); row++) {
      if (settings.solidAngle()) {
        positions.solidAngles(row, solidAngle);
      }
      if (factor != null) {
        positions.polarisations(factor, row, polarisation);
      }
      for (int column = 0; column < shape.columns(); column++) {
        int pixel = row * shape.columns() + column;
        float response = flat.length == 0 ? 1 : flat[pixel];
        float norm = (float) (response * polarisation[column] * solidAngle[column]);
        norms[pixel] = Float.isFinite(norm) ? norm : 0;
      }
    }
    return norms;
  }
}
