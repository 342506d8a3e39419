package org.debye.numeric;

/**
 * Exact Poisson counts for any mean. Below a mean of 10, uniform numbers are multiplied until their
 * product falls under exp(-mean) (Knuth, TAOCP 2, 3.4.1 Q); from 10 on, transformed rejection with
 * squeeze, algorithm PTRS of Hörmann 1993 (Insurance: Mathematics and Economics 12:39-45), with the
 * logarithm of k! from a table up to 255 and Stirling's series above (error below 1e-13).
 */
final class PoissonSampler {
  private static final double LARGE_MEAN = 10;
  private static final double LARGEST_MEAN = 1e9;
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
  private static final double[] LOG_FACTORIAL = new double[256];
  private static final int EXP_STEPS = 64;
  private static final double[] EXP_MINUS = new double[(int) (LARGE_MEAN * EXP_STEPS) + 1];

  static {
    for (int k = 2; k < LOG_FACTORIAL.length; k++) {
      LOG_FACTORIAL[k] = LOG_FACTORIAL[k - 1] + StrictMath.log(k);
    }
    for (int i = 0; i < EXP_MINUS.length; i++) {
      EXP_MINUS[i] = StrictMath.exp(-i / (double) EXP_STEPS);
    }
  }

  private PoissonSampler() {}

  static int draw(RandomStream random, double mean) {
    if (mean < LARGE_MEAN && mean >= 0) {
      return multiplied(random, mean);
    }
    if (mean >= LARGE_MEAN && mean <= LARGEST_MEAN) {
      return rejected(random, mean);
    }
    throw new IllegalArgumentException("Poisson mean must be within 0 and 1e9, got " + mean);
  }

  private static int multiplied(RandomStream random, double mean) {
    double limit = expMinus(mean);
    int count = 0;
    double product = random.nextDouble();
    while (product > limit) {
      count++;
      product *= random.nextDouble();
    }
    return count;
  }

  /** exp(-x) to 3e-14 of itself, x within 0 and 10: a table times Taylor's series. */
  static double expMinus(double x) {
    int place = (int) (x * EXP_STEPS);
    double r = x - place / (double) EXP_STEPS;
    double series = 1 - r * (1 - r * (1.0 / 2 - r * (1.0 / 6 - r * (1.0 / 24 - r * (1.0 / 120)))));
    return EXP_MINUS[place] * series;
  }

  private static int rejected(RandomStream random, double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double accepted = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextOpenDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= accepted) {
        return (int) k;
      }
      if (k < 0 || k > Integer.MAX_VALUE || (us < 0.013 && v > us)) {
        continue;
      }
      double left = StrictMath.log(v * inverseAlpha / (a / (us * us) + b));
      if (left <= k * StrictMath.log(mean) - mean - logFactorial((int) k)) {
        return (int) k;
      }
    }
  }

  static double logFactorial(int k) {
    if (k < LOG_FACTORIAL.length) {
      return LOG_FACTORIAL[k];
    }
    double x = k + 1.0;
    double inverseSquare = 1 / (x * x);
    double series = (1.0 / 12 - inverseSquare * (1.0 / 360 - inverseSquare / 1260)) / x;
    return (x - 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + series;
  }
}
