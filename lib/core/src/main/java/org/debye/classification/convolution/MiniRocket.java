package org.debye.classification.convolution;

import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * MiniRocket (Dempster, Schmidt and Webb 2021, KDD, arXiv:2012.08791): shares of positive values of
 * 84 fixed kernels of length 9 with weights -1 and 2, at dilations spread exponentially up to the
 * spectrum's length, after biases that are quantiles of the convolution of training spectra.
 *
 * <p>As the authors' program: quantiles by the golden ratio's low-discrepancy sequence rounded to
 * float32; padding for every other kernel, and the other way round for every other dilation;
 * float32 throughout. Differs: quantiles are interpolated in double, and the training spectrum that
 * a bias comes from is drawn by a keyed stream.
 *
 * @param features wanted, at least 84; rounded down to a multiple of 84: 10,000 gives 9,996
 * @param maxDilations most dilations of a kernel, at least 1
 */
public record MiniRocket(int features, int maxDilations) {
  /** 9,996 features and 32 dilations: the authors' choice. */
  public static final MiniRocket DEFAULT = new MiniRocket(10_000, 32);

  public MiniRocket {
    if (features < TripleKernels.COUNT || maxDilations < 1) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "MiniRocket",
          features + " features with " + maxDilations + " dilations",
          "Ask for at least " + TripleKernels.COUNT + " features and one dilation.");
    }
  }

  /**
   * Draws the biases.
   *
   * @param spectra N x P, row major, finite, at least one
   * @param points P, at least 9
   * @param streams keyed by the seed
   */
  public MiniRocketTransform fit(float[] spectra, int points, RandomStreams streams) {
    RandomStream random = streams.at("minirocket");
    DilationPlan plan = plan(points);
    int[] examples = new int[plan.size() * TripleKernels.COUNT];
    int count = spectra.length / points;
    for (int i = 0; i < examples.length; i++) {
      examples[i] = random.nextInt(count);
    }
    return fit(spectra, plan, examples);
  }

  DilationPlan plan(int points) {
    if (points < TripleKernels.LENGTH) {
      throw InputException.of(
          FailureCode.TOO_FEW_DIMENSIONS,
          "MiniRocket",
          "spectra of " + points + " points",
          "Its kernels need at least " + TripleKernels.LENGTH + " points.");
    }
    return DilationPlan.of(points, features / TripleKernels.COUNT, maxDilations);
  }

  /**
   * The same with the training spectra named.
   *
   * @param examples which spectrum each kernel of each dilation takes its biases from
   */
  MiniRocketTransform fit(float[] spectra, DilationPlan plan, int[] examples) {
    int points = plan.points();
    float[] biases = new float[TripleKernels.COUNT * plan.featuresPerKernel()];
    TripleKernels kernels = new TripleKernels(plan);
    float[] convolution = new float[points];
    int bias = 0;
    for (int d = 0; d < plan.size(); d++) {
      for (int kernel = 0; kernel < TripleKernels.COUNT; kernel++) {
        int example = examples[d * TripleKernels.COUNT + kernel];
        kernels.take(spectra, example * points, 1);
        kernels.dilate(plan.dilation(d));
        kernels.convolve(kernel, convolution);
        Arrays.sort(convolution);
        for (int f = 0; f < plan.features(d); f++) {
          biases[bias] = quantile(convolution, goldenQuantile(bias + 1));
          bias++;
        }
      }
    }
    return new MiniRocketTransform(plan, biases);
  }

  /** Term of the low-discrepancy sequence, rounded to float32: n phi mod 1. */
  static float goldenQuantile(int n) {
    return (float) (n * ((Math.sqrt(5) + 1) / 2) % 1);
  }

  /** Linear interpolation between order statistics (Hyndman and Fan 1996, definition 7). */
  static float quantile(float[] sorted, float share) {
    double rank = (double) share * (sorted.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, sorted.length - 1);
    double low = sorted[below];
    return (float) (low + (rank - below) * (sorted[above] - low));
  }
}
