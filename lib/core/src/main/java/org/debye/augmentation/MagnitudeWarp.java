package org.debye.augmentation;

import org.debye.numeric.RandomStream;

/**
 * The spectrum times a smooth curve about 1: intensities of lines against one another vary, as with
 * texture, and their positions stay. The curve is the {@link EvenSpline} through knots + 2
 * equidistant normal heights of mean 1, the first and last at the spectrum's ends.
 *
 * <p>Where the curve is negative, which with the defaults befalls 0.7 % of spectra ({@code
 * least_magnitude} of test/golden/augmentations.py), lines point downwards there, as in the
 * authors' program.
 *
 * @param deviation of the heights, at least 0
 * @param knots between the ends, at least 0
 */
public record MagnitudeWarp(double deviation, int knots) implements Augmentation {
  /** What the authors train with. */
  public static final MagnitudeWarp THESIS = new MagnitudeWarp(0.3, 4);

  public MagnitudeWarp {
    Parameter.requireDeviation("magnitude warp", deviation);
    Parameter.requireKnots("magnitude warp", knots);
  }

  @Override
  public int leastPoints() {
    return knots + 2;
  }

  @Override
  public void apply(float[] spectra, int at, RandomStream random, AugmentationScratch scratch) {
    warp(spectra, at, EvenSpline.drawHeights(knots, deviation, random), scratch.curve());
  }

  static void warp(float[] spectra, int at, double[] heights, double[] curve) {
    EvenSpline.evaluate(heights, curve);
    for (int i = 0; i < curve.length; i++) {
      spectra[at + i] = (float) (curve[i] * spectra[at + i]);
    }
  }
}
