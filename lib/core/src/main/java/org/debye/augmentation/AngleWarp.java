package org.debye.augmentation;

import org.debye.numeric.RandomStream;

/**
 * Lines move along the axis, smoothly and in their order; their number stays. The authors' time
 * warp: w is the {@link EvenSpline} through knots + 2 equidistant normal heights of mean 1, point k
 * goes to t_k = (P - 1) (w_0 + ... + w_k) / (w_0 + ... + w_{P-1}), and the spectrum is interpolated
 * linearly back onto 0 ... P - 1, its first value held before t_0.
 *
 * <p>w is the local stretch. Where it is not positive t turns back, and what the authors' numpy
 * then interpolates is undefined. Here a curve whose least value w_min is below {@link
 * #LEAST_STRETCH} is drawn towards 1, 1 + c (w - 1) with c = (1 - LEAST_STRETCH) / (1 - w_min), so
 * that it just keeps it: t always rises and is smooth, and no line is squeezed into nothing. With
 * the defaults this befalls 1 spectrum in 14,000 ({@code least_angle} of
 * test/golden/augmentations.py); all others are as the authors have them.
 *
 * @param deviation of the heights, at least 0
 * @param knots between the ends, at least 0
 */
public record AngleWarp(double deviation, int knots) implements Augmentation {
  /** What the authors train with. */
  public static final AngleWarp THESIS = new AngleWarp(0.2, 8);

  /** A line of 20 points keeps a point. */
  public static final double LEAST_STRETCH = 0.05;

  public AngleWarp {
    Parameter.requireDeviation("angle warp", deviation);
    Parameter.requireKnots("angle warp", knots);
  }

  @Override
  public int leastPoints() {
    return knots + 2;
  }

  @Override
  public void apply(float[] spectra, int at, RandomStream random, AugmentationScratch scratch) {
    warp(spectra, at, EvenSpline.drawHeights(knots, deviation, random), scratch);
  }

  static void warp(float[] spectra, int at, double[] heights, AugmentationScratch scratch) {
    double[] places = scratch.curve();
    EvenSpline.evaluate(heights, places);
    keepRising(places);
    double sum = 0;
    for (int i = 0; i < places.length; i++) {
      sum += places[i];
      places[i] = sum;
    }
    interpolate(scratch.copyOf(spectra, at), places, spectra, at);
  }

  private static void keepRising(double[] stretch) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : stretch) {
      least = Math.min(least, value);
    }
    if (least < LEAST_STRETCH) {
      double share = (1 - LEAST_STRETCH) / (1 - least);
      for (int i = 0; i < stretch.length; i++) {
        stretch[i] = 1 + share * (stretch[i] - 1);
      }
    }
  }

  /** Rising places in units in which the last is P - 1; {@code from} is P values at them. */
  private static void interpolate(float[] from, double[] places, float[] to, int at) {
    int last = places.length - 1;
    double unit = places[last] / last;
    int left = 0;
    int i = 0;
    for (; i * unit < places[0]; i++) {
      to[at + i] = from[0];
    }
    for (; i < last; i++) {
      double place = i * unit;
      while (places[left + 1] <= place) {
        left++;
      }
      double share = (place - places[left]) / (places[left + 1] - places[left]);
      to[at + i] = (float) (from[left] + share * (from[left + 1] - (double) from[left]));
    }
    to[at + last] = from[last];
  }
}
