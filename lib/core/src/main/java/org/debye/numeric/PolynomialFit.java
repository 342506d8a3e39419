package org.debye.numeric;

/**
 * The polynomial of least squares through points, in polynomials that are orthogonal on them
 * (Forsythe 1957, J. SIAM 5:74): with u = (x - c) / h in [-1, 1], p_0 = 1 and p_{k+1} = (u -
 * alpha_k) p_k - beta_k p_{k-1}. Of no more points than degrees it takes the points' own
 * polynomial, of the highest degree that they determine.
 */
public final class PolynomialFit {
  private final double centre;
  private final double half;
  private final double[] alpha;
  private final double[] beta;
  private final double[] shares;

  private PolynomialFit(double centre, double half, int degree) {
    this.centre = centre;
    this.half = half;
    alpha = new double[degree + 1];
    beta = new double[degree + 1];
    shares = new double[degree + 1];
  }

  /**
   * Fits the points {@code from} to {@code to - 1}.
   *
   * @param x strictly ascending; not modified
   * @param y as long; not modified
   * @param degree at least 0
   */
  public static PolynomialFit of(double[] x, double[] y, int from, int to, int degree) {
    if (from < 0 || to > x.length || from >= to || y.length != x.length || degree < 0) {
      throw new IllegalArgumentException(
          "degree " + degree + " of points " + from + " to " + to + " of " + x.length);
    }
    double half = to - from == 1 ? 1 : (x[to - 1] - x[from]) / 2;
    double centre = (x[to - 1] + x[from]) / 2;
    PolynomialFit fit = new PolynomialFit(centre, half, Math.min(degree, to - from - 1));
    fit.project(x, y, from, to);
    return fit;
  }

  private void project(double[] x, double[] y, int from, int to) {
    int points = to - from;
    double[] before = new double[points];
    double[] here = new double[points];
    double[] rest = new double[points];
    for (int i = 0; i < points; i++) {
      here[i] = 1;
      rest[i] = y[from + i];
    }
    double sizeBefore = 0;
    for (int k = 0; k < shares.length; k++) {
      double size = 0;
      double moment = 0;
      double product = 0;
      for (int i = 0; i < points; i++) {
        double u = (x[from + i] - centre) / half;
        double square = here[i] * here[i];
        size += square;
        moment += u * square;
        product += rest[i] * here[i];
      }
      shares[k] = product / size;
      alpha[k] = moment / size;
      beta[k] = k == 0 ? 0 : size / sizeBefore;
      for (int i = 0; i < points; i++) {
        double u = (x[from + i] - centre) / half;
        rest[i] -= shares[k] * here[i];
        double next = (u - alpha[k]) * here[i] - beta[k] * before[i];
        before[i] = here[i];
        here[i] = next;
      }
      sizeBefore = size;
    }
  }

  /** Degree of the polynomial. */
  public int degree() {
    return shares.length - 1;
  }

  /** Its value, anywhere. */
  public double at(double x) {
    double u = (x - centre) / half;
    double before = 0;
    double here = 1;
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      sum += shares[k] * here;
      double next = (u - alpha[k]) * here - beta[k] * before;
      before = here;
      here = next;
    }
    return sum;
  }

  /** Its derivative, anywhere. */
  public double slopeAt(double x) {
    double u = (x - centre) / half;
    double before = 0;
    double here = 1;
    double slopeBefore = 0;
    double slope = 0;
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      sum += shares[k] * slope;
      double nextSlope = here + (u - alpha[k]) * slope - beta[k] * slopeBefore;
      double next = (u - alpha[k]) * here - beta[k] * before;
      before = here;
      here = next;
      slopeBefore = slope;
      slope = nextSlope;
    }
    return sum / half;
  }
}
