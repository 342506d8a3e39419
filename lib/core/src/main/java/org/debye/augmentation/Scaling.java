package org.debye.augmentation;

import org.debye.numeric.RandomStream;

/**
 * One normal factor of mean 1 for the whole spectrum: another exposure or amount of sample. A
 * factor may be negative, at the default deviation once in 10^23 times.
 *
 * @param deviation of the factor, at least 0
 */
public record Scaling(double deviation) implements Augmentation {
  /** Section 7.2.5. The authors' training script has 0.4 in its place. */
  public static final Scaling THESIS = new Scaling(0.1);

  public Scaling {
    Parameter.requireDeviation("scaling", deviation);
  }

  @Override
  public void apply(float[] spectra, int at, RandomStream random, AugmentationScratch scratch) {
    double factor = 1 + deviation * random.nextGaussian();
    int end = at + scratch.points();
    for (int p = at; p < end; p++) {
      spectra[p] = (float) (factor * spectra[p]);
    }
  }
}
