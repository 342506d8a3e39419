package org.debye.simulation;

import org.debye.frame.DetectorLayout;

/**
 * Where each pixel of a module stands: scattering angle, and the share of scatter that it sees
 * relative to one on the detector's axis (solid angle cos^3 of the incidence, times polarisation).
 * Formulas are those of pyFAI 0.21 (geometry.pyx; Kieffer and Wright 2013).
 *
 * @param twoThetaDeg one for each pixel, row-major, degrees
 * @param response one for each pixel, above 0
 */
record PixelResponse(float[] twoThetaDeg, float[] response) {

  static PixelResponse of(RampSettings settings, int module) {
    DetectorLayout layout = settings.detector().layout();
    int rows = layout.module().rows();
    int columns = layout.module().columns();
    float[] angles = new float[rows * columns];
    float[] responses = new float[rows * columns];
    Tilt tilt = new Tilt(settings.geometry(), settings.beam().polarisation());
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int pixel = layout.pixel(module, row, column);
        tilt.look(pixel / layout.assembled().columns(), pixel % layout.assembled().columns());
        angles[row * columns + column] = (float) tilt.twoThetaDeg;
        responses[row * columns + column] = (float) tilt.response;
      }
    }
    return new PixelResponse(angles, responses);
  }

  /** The rotated detector plane, looked at pixel by pixel. */
  private static final class Tilt {
    private final RampGeometry geometry;
    private final double polarisation;
    private final double c1;
    private final double c2;
    private final double c3;
    private final double s1;
    private final double s2;
    private final double s3;
    private double twoThetaDeg;
    private double response;

    Tilt(RampGeometry geometry, double polarisation) {
      this.geometry = geometry;
      this.polarisation = polarisation;
      c1 = StrictMath.cos(geometry.rot1());
      c2 = StrictMath.cos(geometry.rot2());
      c3 = StrictMath.cos(geometry.rot3());
      s1 = StrictMath.sin(geometry.rot1());
      s2 = StrictMath.sin(geometry.rot2());
      s3 = StrictMath.sin(geometry.rot3());
    }

    void look(int row, int column) {
      double p1 = (row + 0.5) * geometry.pixel() - geometry.poni1();
      double p2 = (column + 0.5) * geometry.pixel() - geometry.poni2();
      double d = geometry.distance();
      double t1 = p1 * c2 * c3 + p2 * (c3 * s1 * s2 - c1 * s3) - d * (c1 * c3 * s2 + s1 * s3);
      double t2 = p1 * c2 * s3 + p2 * (c1 * c3 + s1 * s2 * s3) + d * (c3 * s1 - c1 * s2 * s3);
      double t3 = p1 * s2 - p2 * c2 * s1 + d * c1 * c2;
      double across = t1 * t1 + t2 * t2;
      double whole = across + t3 * t3;
      twoThetaDeg = StrictMath.toDegrees(StrictMath.atan2(Math.sqrt(across), t3));
      double cosSquare = t3 * t3 / whole;
      // cos(2 chi), chi = atan2(t1, t2)
      double turn = across == 0 ? 1 : (t2 * t2 - t1 * t1) / across;
      double polarised = 0.5 * (1 + cosSquare - polarisation * turn * (1 - cosSquare));
      double incidence = d / Math.sqrt(whole);
      response = incidence * incidence * incidence * polarised;
    }
  }
}
