package org.debye.figures;

import java.awt.geom.Path2D;
import java.util.Optional;

/**
 * The ellipse that holds a share of a normal distribution with the mean and covariance S of some
 * points of the plane: (p - mean)' S^-1 (p - mean) = q, q the chi-square quantile with two degrees
 * of freedom, -2 ln(1 - share).
 *
 * @param centreX mean
 * @param centreY mean
 * @param l11 lower Cholesky factor of q S
 * @param l21 lower Cholesky factor
 * @param l22 lower Cholesky factor
 */
record CovarianceEllipse(double centreX, double centreY, double l11, double l21, double l22) {
  private static final int CORNERS = 180;

  /** Of at least three finite points; empty of fewer. */
  static Optional<CovarianceEllipse> of(double[] x, double[] y, double share) {
    double n = 0;
    double meanX = 0;
    double meanY = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
        n++;
        double dx = x[i] - meanX;
        double dy = y[i] - meanY;
        meanX += dx / n;
        meanY += dy / n;
        xx += dx * (x[i] - meanX);
        xy += dx * (y[i] - meanY);
        yy += dy * (y[i] - meanY);
      }
    }
    if (n < 3) {
      return Optional.empty();
    }
    double q = -2 * Math.log(1 - share) / (n - 1);
    double l11 = Math.sqrt(q * xx);
    double l21 = l11 > 0 ? q * xy / l11 : 0;
    double l22 = Math.sqrt(Math.max(0, q * yy - l21 * l21));
    return Optional.of(new CovarianceEllipse(meanX, meanY, l11, l21, l22));
  }

  double right() {
    return centreX + l11;
  }

  double left() {
    return centreX - l11;
  }

  double top() {
    return centreY + Math.hypot(l21, l22);
  }

  double foot() {
    return centreY - Math.hypot(l21, l22);
  }

  Path2D path() {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < CORNERS; i++) {
      double cos = Math.cos(2 * Math.PI * i / CORNERS);
      double sin = Math.sin(2 * Math.PI * i / CORNERS);
      double x = centreX + l11 * cos;
      double y = centreY + l21 * cos + l22 * sin;
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    return path;
  }
}
