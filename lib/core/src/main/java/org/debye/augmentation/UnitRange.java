package org.debye.augmentation;

import org.debye.numeric.RandomStream;

/**
 * (x - min) / (max - min): each spectrum from 0 to 1, for which the defaults of the others are
 * made. Nothing about it is random. A constant spectrum, which has no height to be divided by,
 * becomes 0 everywhere.
 */
public record UnitRange() implements Augmentation {

  @Override
  public void apply(float[] spectra, int at, RandomStream random, AugmentationScratch scratch) {
    int end = at + scratch.points();
    float least = spectra[at];
    float most = spectra[at];
    for (int p = at; p < end; p++) {
      // not Math.min, which asks for NaN and -0 at every point
      least = spectra[p] < least ? spectra[p] : least;
      most = spectra[p] > most ? spectra[p] : most;
    }
    double height = (double) most - least;
    double divisor = height > 0 ? height : 1;
    for (int p = at; p < end; p++) {
      spectra[p] = (float) (((double) spectra[p] - least) / divisor);
    }
  }
}
