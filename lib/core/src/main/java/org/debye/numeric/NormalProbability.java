package org.debye.numeric;

/**
 * The standard normal distribution function, to 1e-12 of its value below 0 (Hart et al. 1968,
 * Computer Approximations, as in West 2005, Wilmott Magazine, May, pp. 70-76, whose rational
 * function has fewer digits far out: beyond 4 the continued fraction takes its place). {@link
 * NormalQuantile} is its inverse.
 */
public final class NormalProbability {
  private static final double[] TOP = {
    220.206867912376,
    221.213596169931,
    112.079291497871,
    33.912866078383,
    6.37396220353165,
    0.700383064443688,
    0.0352624965998911
  };
  private static final double[] BOTTOM = {
    440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674,
    86.7807322029461, 16.064177579207, 1.75566716318264, 0.0883883476483184
  };
  private static final double FAR = 4;

  /** Of Laplace's continued fraction; beyond 4 they leave 3e-14. */
  private static final int LEVELS = 24;

  private static final double ROOT_OF_TWO_PI = 2.5066282746310002;

  private NormalProbability() {}

  /** The probability of a number below z. */
  public static double below(double z) {
    double size = Math.abs(z);
    double tail = StrictMath.exp(-0.5 * size * size);
    if (size < FAR) {
      double top = TOP[6];
      for (int power = 5; power >= 0; power--) {
        top = top * size + TOP[power];
      }
      double bottom = BOTTOM[7];
      for (int power = 6; power >= 0; power--) {
        bottom = bottom * size + BOTTOM[power];
      }
      tail *= top / bottom;
    } else {
      double fraction = size;
      for (int level = LEVELS; level > 0; level--) {
        fraction = size + level / fraction;
      }
      tail /= ROOT_OF_TWO_PI * fraction;
    }
    return z > 0 ? 1 - tail : tail;
  }
}
