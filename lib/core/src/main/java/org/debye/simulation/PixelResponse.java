package org.debye.simulation;

import org.debye.frame.DetectorLayout;
import org.debye.frame.PixelPositions;
import org.debye.frame.RadialQuantity;

/**
 * Where each pixel of the assembled image stands: scattering angle, and the share of scatter that
 * it sees relative to one on the detector's axis (solid angle times polarisation), by the same
 * formulas by which the reduction takes it out again.
 *
 * @param twoThetaDeg one for each pixel, row-major, degrees
 * @param response one for each pixel, above 0
 */
record PixelResponse(float[] twoThetaDeg, float[] response) {

  static PixelResponse of(RampSettings settings) {
    DetectorLayout layout = settings.detector().layout();
    int columns = layout.assembled().columns();
    double wavelength = settings.beam().wavelength();
    PixelPositions positions =
        new PixelPositions(settings.geometry().asDetectorGeometry(wavelength), layout.assembled());
    float[] angles = new float[layout.assembled().pixels()];
    float[] responses = new float[angles.length];
    double[] angle = new double[columns];
    double[] solid = new double[columns];
    double[] polarised = new double[columns];
    for (int row = 0; row < layout.assembled().rows(); row++) {
      positions.centreRadii(RadialQuantity.TWO_THETA, row, angle);
      positions.solidAngles(row, solid);
      positions.polarisations(settings.beam().polarisation(), row, polarised);
      for (int column = 0; column < columns; column++) {
        angles[row * columns + column] = (float) Math.toDegrees(angle[column]);
        responses[row * columns + column] = (float) (solid[column] * polarised[column]);
      }
    }
    return new PixelResponse(angles, responses);
  }

  /** The pixels of one module, in its own row-major order. */
  PixelResponse module(DetectorLayout layout, int module) {
    int columns = layout.module().columns();
    float[] angles = new float[layout.module().pixels()];
    float[] responses = new float[angles.length];
    for (int i = 0; i < angles.length; i++) {
      int pixel = layout.pixel(module, i / columns, i % columns);
      angles[i] = twoThetaDeg[pixel];
      responses[i] = response[pixel];
    }
    return new PixelResponse(angles, responses);
  }
}
