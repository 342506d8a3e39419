package org.debye.augmentation;

import org.debye.numeric.RandomStream;

/**
 * Normal noise of mean 0 at each point, x_i + deviation z_i: a detector's additive noise.
 *
 * @param deviation in units of the intensity, at least 0
 */
public record Jitter(double deviation) implements Augmentation {
  /** Section 7.2.5, for spectra in [0, 1]. */
  public static final Jitter THESIS = new Jitter(0.1);

  public Jitter {
    Parameter.requireDeviation("jitter", deviation);
  }

  @Override
  public void apply(float[] spectra, int at, RandomStream random, AugmentationScratch scratch) {
    int end = at + scratch.points();
    for (int p = at; p < end; p++) {
      spectra[p] += (float) (deviation * random.nextGaussian());
    }
  }
}
