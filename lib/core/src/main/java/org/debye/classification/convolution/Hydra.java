package org.debye.classification.convolution;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * Hydra (Dempster, Schmidt and Webb 2023, Data Mining and Knowledge Discovery 37:1779,
 * arXiv:2203.13652): random kernels of length 9 in groups compete at each point of the spectrum,
 * and of its first differences, at dilations 1, 2, 4 ... up to (P - 1) / 8. A kernel's features are
 * the sum of the values with which it wins and how often it is the lowest. Half of the groups see
 * the spectrum, half the differences. Kernels are normal, less their mean, with weights that sum to
 * 1 in magnitude.
 *
 * <p>As the authors' program; kernels are drawn by a keyed stream.
 *
 * @param kernels k of a group, at least 2
 * @param groups g at each dilation, even
 */
public record Hydra(int kernels, int groups) {
  /** Eight kernels in each of 64 groups: the authors' choice. */
  public static final Hydra DEFAULT = new Hydra(8, 64);

  static final int LENGTH = 9;

  public Hydra {
    if (kernels < 2 || groups < 2 || groups % 2 != 0) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "Hydra",
          groups + " groups of " + kernels + " kernels",
          "Ask for an even number of groups, each of at least two kernels.");
    }
  }

  /**
   * Draws the kernels.
   *
   * @param points P, at least 9
   * @param streams keyed by the seed
   */
  public HydraTransform draw(int points, RandomStreams streams) {
    if (points < LENGTH) {
      throw InputException.of(
          FailureCode.TOO_FEW_DIMENSIONS,
          "Hydra",
          "spectra of " + points + " points",
          "Its kernels need at least " + LENGTH + " points.");
    }
    RandomStream random = streams.at("hydra");
    int dilations = 32 - Integer.numberOfLeadingZeros((points - 1) / (LENGTH - 1));
    float[] weights = new float[dilations * groups * kernels * LENGTH];
    double[] kernel = new double[LENGTH];
    for (int at = 0; at < weights.length; at += LENGTH) {
      drawKernel(random, kernel);
      for (int j = 0; j < LENGTH; j++) {
        weights[at + j] = (float) kernel[j];
      }
    }
    return new HydraTransform(points, kernels, groups, weights);
  }

  private static void drawKernel(RandomStream random, double[] kernel) {
    double mean = 0;
    for (int j = 0; j < LENGTH; j++) {
      kernel[j] = random.nextGaussian();
      mean += kernel[j] / LENGTH;
    }
    double magnitude = 0;
    for (int j = 0; j < LENGTH; j++) {
      kernel[j] -= mean;
      magnitude += Math.abs(kernel[j]);
    }
    for (int j = 0; j < LENGTH; j++) {
      kernel[j] /= magnitude;
    }
  }
}
