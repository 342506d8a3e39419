package org.debye.inference.variational;

import org.debye.numeric.RandomStream;

/**
 * Standard normal noise by the ziggurat of 128 layers of equal area (Marsaglia and Tsang 2000,
 * Journal of Statistical Software 5(8), with Doornik's separate bits for layer and place). Takes
 * less time than {@link RandomStream#nextGaussian} and is, as that, the same on every machine.
 */
final class Ziggurat {
  private static final int LAYERS = 128;
  private static final double LAST_EDGE = 3.442619855899;
  private static final double AREA = 9.91256303526217e-3;
  private static final double UNIT = 0x1p-53;
  private static final double[] EDGE = new double[LAYERS + 1];
  private static final double[] INNER = new double[LAYERS];

  static {
    double height = StrictMath.exp(-0.5 * LAST_EDGE * LAST_EDGE);
    EDGE[0] = AREA / height;
    EDGE[1] = LAST_EDGE;
    for (int i = 2; i < LAYERS; i++) {
      height += AREA / EDGE[i - 1];
      EDGE[i] = StrictMath.sqrt(-2 * StrictMath.log(height));
    }
    for (int i = 0; i < LAYERS; i++) {
      INNER[i] = EDGE[i + 1] / EDGE[i];
    }
  }

  private Ziggurat() {}

  /** Fills the array. */
  static void fill(RandomStream random, double[] noise) {
    for (int i = 0; i < noise.length; i++) {
      noise[i] = next(random);
    }
  }

  private static double next(RandomStream random) {
    while (true) {
      long bits = random.nextLong();
      int layer = (int) bits & (LAYERS - 1);
      double place = (bits >> 10) * UNIT;
      if (Math.abs(place) < INNER[layer]) {
        return place * EDGE[layer];
      }
      if (layer == 0) {
        return Math.copySign(tail(random), place);
      }
      double x = place * EDGE[layer];
      double top = StrictMath.exp(-0.5 * (EDGE[layer + 1] * EDGE[layer + 1] - x * x));
      double bottom = StrictMath.exp(-0.5 * (EDGE[layer] * EDGE[layer] - x * x));
      if (bottom + random.nextDouble() * (top - bottom) < 1) {
        return x;
      }
    }
  }

  /** Beyond the last edge (Marsaglia 1964). */
  private static double tail(RandomStream random) {
    while (true) {
      double x = -StrictMath.log(random.nextOpenDouble()) / LAST_EDGE;
      double y = -StrictMath.log(random.nextOpenDouble());
      if (2 * y > x * x) {
        return LAST_EDGE + x;
      }
    }
  }
}
