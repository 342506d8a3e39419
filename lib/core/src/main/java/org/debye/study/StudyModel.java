package org.debye.study;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;

/**
 * What all datasets of a study share. The authors' program generates with another prior of the
 * global weights (5) than it infers with (1); intervals have no reason to be calibrated then.
 *
 * @param endmembers K, at least 2
 * @param dimensions D, at least K - 1: more endmembers than that are no corners of a simplex
 * @param observations N, at least K
 * @param alpha0Generating concentration of each global weight that datasets are drawn with
 * @param alpha0Inferring the same in the prior of the inference
 * @param eta concentration of the noise's correlation matrix
 * @param noise how scales and correlations make the covariance
 */
public record StudyModel(
    int endmembers,
    int dimensions,
    int observations,
    double alpha0Generating,
    double alpha0Inferring,
    double eta,
    NoiseModel noise)
    implements Serializable {

  public StudyModel {
    if (dimensions < endmembers - 1) {
      throw InputException.of(
          FailureCode.TOO_FEW_DIMENSIONS,
          "study",
          endmembers
              + " endmembers in "
              + dimensions
              + " dimensions are not the corners of a simplex",
          "Set dimensions to at least " + (endmembers - 1) + " or ask for fewer endmembers.");
    }
    if (observations < endmembers) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          "study",
          observations + " observations cannot show " + endmembers + " endmembers",
          "Set observations to at least " + endmembers + ".");
    }
  }

  /** The paper's model: K = 3, D = 2, N = 500, priors of one. */
  public static StudyModel paper() {
    return new StudyModel(3, 2, 500, 1, 1, 1, NoiseModel.STANDARD_DEVIATION);
  }

  /** What draws a dataset. */
  public MixingModel generating(double alpha1, double sigma) {
    return model(alpha0Generating, alpha1, sigma);
  }

  /** What is inferred. */
  public MixingModel inferring(double alpha1, double sigma) {
    return model(alpha0Inferring, alpha1, sigma);
  }

  private MixingModel model(double alpha0, double alpha1, double sigma) {
    return new MixingModel(endmembers, dimensions, alpha0, alpha1, sigma, eta, noise);
  }
}
