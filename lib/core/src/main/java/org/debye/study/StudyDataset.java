package org.debye.study;

import java.io.Serializable;

/**
 * One simulated dataset, by name. Equal records give equal data to the last bit; every method and
 * start sees the same. Datasets that differ in any component, alpha1 for instance, share no random
 * numbers, so that their errors are independent.
 *
 * @param model what all datasets share
 * @param alpha1 sum of the concentrations of the abundances, above 0; inference is told it
 * @param scale where the noise scale comes from; inference is told its value
 * @param seed of the study
 * @param number which dataset of those that are otherwise equal
 */
public record StudyDataset(StudyModel model, double alpha1, NoiseScale scale, long seed, int number)
    implements Serializable {

  public StudyDataset {
    if (!(alpha1 > 0 && alpha1 < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("alpha1 is " + alpha1);
    }
  }
}
