package org.debye.numeric;

import java.util.random.RandomGenerator;

/**
 * One stream of random numbers: xoshiro256++ 1.0 (Blackman and Vigna 2021, ACM TOMS 47:36), period
 * 2^256 - 1, with the distributions that Debye draws from. Made by {@link RandomStreams}. Numbers
 * are equal to the last bit on every machine: logarithms and exponentials are {@link StrictMath}'s.
 * Not thread safe; give each task its own stream.
 */
public final class RandomStream implements RandomGenerator {
  private static final double UNIT = 0x1p-53;

  private long s0;
  private long s1;
  private long s2;
  private long s3;
  private double spareNormal = Double.NaN;

  RandomStream(long high, long low) {
    s0 = RandomStreams.mix(high + 0x9E3779B97F4A7C15L);
    s1 = RandomStreams.mix(low + 0x9E3779B97F4A7C15L);
    s2 = RandomStreams.mix(high + 0x3C6EF372FE94F82AL);
    s3 = RandomStreams.mix(low + 0x3C6EF372FE94F82AL);
    if ((s0 | s1 | s2 | s3) == 0) {
      s0 = 1; // the one state that xoshiro cannot leave
    }
  }

  @Override
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** Uniform on [0, 1), a multiple of 2^-53. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * UNIT;
  }

  /**
   * Of each of several uniform draws, whether it lies below a share: what {@code nextDouble() <
   * share ? below : above} gives, one after another, but several times as fast.
   *
   * @param share at least 0 and at most 1
   * @param out written from {@code from} to before {@code to}
   */
  public void nextChoices(double share, float below, float above, float[] out, int from, int to) {
    // nextDouble is k 2^-53, so below the share where k is below this
    long limit = (long) Math.ceil(share / UNIT);
    float[] values = {above, below};
    long a = s0;
    long b = s1;
    long c = s2;
    long d = s3;
    for (int i = from; i < to; i++) {
      long drawn = (Long.rotateLeft(a + d, 23) + a) >>> 11;
      long t = b << 17;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= t;
      d = Long.rotateLeft(d, 45);
      out[i] = values[(int) ((drawn - limit) >>> 63)];
    }
    s0 = a;
    s1 = b;
    s2 = c;
    s3 = d;
  }

  /** Uniform on (0, 1): may be given to a logarithm. */
  public double nextOpenDouble() {
    return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
  }

  /** Standard normal by the polar method (Marsaglia and Bray 1964). */
  @Override
  public double nextGaussian() {
    if (!Double.isNaN(spareNormal)) {
      double spare = spareNormal;
      spareNormal = Double.NaN;
      return spare;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * nextDouble() - 1;
      y = 2 * nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spareNormal = y * factor;
    return x * factor;
  }

  /**
   * A Poisson count.
   *
   * @param mean at least 0 and at most 1e9
   * @see PoissonSampler
   */
  public int nextPoisson(double mean) {
    return PoissonSampler.draw(this, mean);
  }

  /**
   * The logarithm of a gamma variate of unit scale: finite where the variate itself underflows.
   *
   * @param shape at least 0; 0 gives minus infinity
   */
  public double nextLogGamma(double shape) {
    return GammaSampler.drawLog(this, shape);
  }

  /**
   * A gamma variate of unit scale (mean and variance equal the shape).
   *
   * @param shape at least 0
   */
  public double nextGamma(double shape) {
    return StrictMath.exp(GammaSampler.drawLog(this, shape));
  }

  /**
   * A point of the simplex from Dir(concentration). A part is exactly 0 only where its value is
   * below the smallest double or its concentration is 0.
   *
   * @param concentration at least 0 each, and one above
   * @param simplex as long; overwritten
   */
  public void nextDirichlet(double[] concentration, double[] simplex) {
    DirichletSampler.draw(this, concentration, simplex);
  }

  /**
   * The same point with the logarithms of its parts, which are finite where a part is 0 for being
   * below the smallest double.
   *
   * @param logarithms as long; overwritten
   */
  public void nextDirichlet(double[] concentration, double[] simplex, double[] logarithms) {
    DirichletSampler.draw(this, concentration, simplex, logarithms);
  }

  /**
   * The lower Cholesky factor of a correlation matrix from LKJ(eta).
   *
   * @param eta above 0; 1 is uniform over correlation matrices
   * @param dimensions D, at least 1
   * @param factor D x D row major from {@code at} on; overwritten, zeros above the diagonal
   * @param at where the factor starts
   */
  public void nextLkjCholesky(double eta, int dimensions, double[] factor, int at) {
    LkjSampler.draw(this, eta, dimensions, factor, at);
  }
}
