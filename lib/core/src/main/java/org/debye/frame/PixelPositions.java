package org.debye.frame;

/**
 * Where the pixels of an image stand in space: radial and azimuthal coordinates of centres and
 * corners, incidence and polarisation, one image row at a time.
 *
 * <p>A pixel at (p1, p2) from the PONI on a detector at distance L stands, seen from the sample, at
 *
 * <pre>
 * t1 = p1 cos r2 cos r3 + p2 (cos r3 sin r1 sin r2 - cos r1 sin r3) - L (cos r1 cos r3 sin r2 + sin r1 sin r3)
 * t2 = p1 cos r2 sin r3 + p2 (cos r1 cos r3 + sin r1 sin r2 sin r3) - L (cos r1 sin r2 sin r3 - cos r3 sin r1)
 * t3 = p1 sin r2 - p2 cos r2 sin r1 + L cos r1 cos r2
 * </pre>
 *
 * (Kieffer & Karkoulis 2013, J. Phys. Conf. Ser. 425, 202012). The azimuth is atan2(t1, t2).
 *
 * <p>Precision: pyFAI holds the distance of pixel centres from the PONI and the coordinates of
 * corners in single precision. The same is done here, since the bins of a spectrum start at the
 * smallest of them; the values are good to 1e-7 of the detector's size. Immutable, thread safe.
 */
public final class PixelPositions {
  private final DetectorGeometry geometry;
  private final FrameShape shape;
  private final double[] first;
  private final double[] second;
  private final double[] third;

  /** Positions of all pixels of an image of this shape. */
  public PixelPositions(DetectorGeometry geometry, FrameShape shape) {
    this.geometry = geometry;
    this.shape = shape;
    double s1 = Math.sin(geometry.rot1());
    double c1 = Math.cos(geometry.rot1());
    double s2 = Math.sin(geometry.rot2());
    double c2 = Math.cos(geometry.rot2());
    double s3 = Math.sin(geometry.rot3());
    double c3 = Math.cos(geometry.rot3());
    double up = geometry.detector().orientation().rowsMirrored() ? -1 : 1;
    double across = geometry.detector().orientation().columnsMirrored() ? -1 : 1;
    double distance = geometry.distance();
    this.first =
        new double[] {
          up * (c2 * c3), up * (c3 * s1 * s2 - c1 * s3), up * -distance * (c1 * c3 * s2 + s1 * s3)
        };
    this.second =
        new double[] {
          across * (c2 * s3),
          across * (c1 * c3 + s1 * s2 * s3),
          across * -distance * (-(c3 * s1) + c1 * s2 * s3)
        };
    this.third = new double[] {s2, -c2 * s1, distance * c1 * c2};
  }

  public FrameShape shape() {
    return shape;
  }

  /**
   * Radial coordinate of the centres of one row.
   *
   * @param out length columns, in the quantity's unit. Modified.
   */
  public void centreRadii(RadialQuantity quantity, int row, double[] out) {
    double p1 = centre1(row);
    double waveFactor = waveFactor(quantity);
    for (int column = 0; column < shape.columns(); column++) {
      out[column] = radius(quantity, p1, centre2(column), waveFactor);
    }
  }

  /**
   * Azimuth of the centres of one row, rad in [-pi, pi].
   *
   * @param out length columns. Modified.
   */
  public void centreAzimuths(int row, double[] out) {
    double p1 = centre1(row);
    for (int column = 0; column < shape.columns(); column++) {
      out[column] = azimuth(p1, centre2(column));
    }
  }

  /**
   * Radial coordinate of one row of the (rows + 1) x (columns + 1) corners.
   *
   * @param out length columns + 1. Modified.
   */
  public void cornerRadii(RadialQuantity quantity, int cornerRow, float[] out) {
    double p1 = corner1(cornerRow);
    double waveFactor = waveFactor(quantity);
    for (int column = 0; column <= shape.columns(); column++) {
      out[column] = (float) radius(quantity, p1, corner2(column), waveFactor);
    }
  }

  /**
   * Azimuth of one row of corners, rad in [-pi, pi].
   *
   * @param out length columns + 1. Modified.
   */
  public void cornerAzimuths(int cornerRow, float[] out) {
    double p1 = corner1(cornerRow);
    for (int column = 0; column <= shape.columns(); column++) {
      out[column] = (float) azimuth(p1, corner2(column));
    }
  }

  /**
   * Solid angle of the pixels of one row relative to a pixel at the PONI: cos^3 of the incidence
   * angle.
   *
   * @param out length columns. Modified.
   */
  public void solidAngles(int row, double[] out) {
    double p1 = centre1(row);
    double distance = geometry.distance();
    for (int column = 0; column < shape.columns(); column++) {
      double p2 = centre2(column);
      double cosine = distance / Math.sqrt(distance * distance + (p1 * p1 + p2 * p2));
      out[column] = cosine * cosine * cosine;
    }
  }

  /**
   * Polarisation of the pixels of one row: (1 + cos^2 2theta - P cos 2chi sin^2 2theta) / 2.
   *
   * @param factor P = (horizontal - vertical) / (horizontal + vertical), -1 to 1
   * @param out length columns. Modified.
   */
  public void polarisations(double factor, int row, double[] out) {
    double p1 = centre1(row);
    for (int column = 0; column < shape.columns(); column++) {
      double p2 = centre2(column);
      double t1 = along(first, p1, p2);
      double t2 = along(second, p1, p2);
      double t3 = along(third, p1, p2);
      double across = t1 * t1 + t2 * t2;
      double all = across + t3 * t3;
      double cosSquared = t3 * t3 / all;
      double cosTwoChi = across == 0 ? 1 : (t2 * t2 - t1 * t1) / across;
      out[column] = 0.5 * (1 + cosSquared - factor * cosTwoChi * (1 - cosSquared));
    }
  }

  /** The outline of a pixel is travelled against the sense of an unmirrored detector. */
  public boolean outlineReversed() {
    return geometry.detector().orientation().reversesOutline();
  }

  private double waveFactor(RadialQuantity quantity) {
    return quantity == RadialQuantity.Q
        ? 4.0e-9 * Math.PI / geometry.requireWavelength(geometry.detector().name(), "q")
        : Double.NaN;
  }

  private double radius(RadialQuantity quantity, double p1, double p2, double waveFactor) {
    double t1 = along(first, p1, p2);
    double t2 = along(second, p1, p2);
    double across = t1 * t1 + t2 * t2;
    if (quantity == RadialQuantity.RADIUS) {
      return Math.sqrt(across);
    }
    double t3 = along(third, p1, p2);
    if (quantity == RadialQuantity.TWO_THETA) {
      return Math.atan2(Math.sqrt(across), t3);
    }
    // sin(theta) = sqrt((1 - cos 2theta) / 2), written without the cancellation at small angles.
    double length = Math.sqrt(across + t3 * t3);
    return t3 > 0
        ? waveFactor * Math.sqrt(across / (2 * length * (length + t3)))
        : waveFactor * Math.sqrt((length - t3) / (2 * length));
  }

  private double azimuth(double p1, double p2) {
    return Math.atan2(along(first, p1, p2), along(second, p1, p2));
  }

  private static double along(double[] axis, double p1, double p2) {
    return p1 * axis[0] + p2 * axis[1] + axis[2];
  }

  private double centre1(int row) {
    Detector detector = geometry.detector();
    int index = detector.orientation().rowsMirrored() ? shape.rows() - 1 - row : row;
    return (index + 0.5f) * (float) detector.pixel1() - (float) geometry.poni1();
  }

  private double centre2(int column) {
    Detector detector = geometry.detector();
    int index = detector.orientation().columnsMirrored() ? shape.columns() - 1 - column : column;
    return (index + 0.5f) * (float) detector.pixel2() - (float) geometry.poni2();
  }

  private double corner1(int cornerRow) {
    Detector detector = geometry.detector();
    int index = detector.orientation().rowsMirrored() ? shape.rows() - cornerRow : cornerRow;
    return index * detector.pixel1() - geometry.poni1();
  }

  private double corner2(int cornerColumn) {
    Detector detector = geometry.detector();
    int index =
        detector.orientation().columnsMirrored() ? shape.columns() - cornerColumn : cornerColumn;
    return index * detector.pixel2() - geometry.poni2();
  }
}
