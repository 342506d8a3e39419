package org.debye.numeric;

/**
 * Gamma variates of any shape, by their logarithm. From shape 1 on, the squeeze method of Marsaglia
 * and Tsang 2000 (ACM TOMS 26:363-372); below, G(a) = G(a + 1) U^(1/a) as in their section 6, taken
 * in the logarithm: a draw of shape 1e-4 is e^-10000 as often as not, which no double holds.
 */
final class GammaSampler {
  private GammaSampler() {}

  /** log of a gamma variate of unit scale; minus infinity for shape 0. */
  static double drawLog(RandomStream random, double shape) {
    if (!(shape >= 0 && shape < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gamma shape must be at least 0 and finite, got " + shape);
    }
    if (shape >= 1) {
      return StrictMath.log(atLeastOne(random, shape));
    }
    double larger = atLeastOne(random, shape + 1);
    return StrictMath.log(larger) + StrictMath.log(random.nextOpenDouble()) / shape;
  }

  private static double atLeastOne(RandomStream random, double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      if (root <= 0) {
        continue;
      }
      double v = root * root * root;
      double u = random.nextOpenDouble();
      double square = x * x;
      if (u < 1 - 0.0331 * square * square
          || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
        return d * v;
      }
    }
  }
}
