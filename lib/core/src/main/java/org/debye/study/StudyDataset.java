package org.debye.study;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

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
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "study",
          "alpha1 is " + alpha1,
          "Concentrations of a Dirichlet distribution are above 0; the paper has 0.1 to 10.");
    }
  }
}
