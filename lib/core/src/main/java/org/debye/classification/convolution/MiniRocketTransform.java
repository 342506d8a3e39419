package org.debye.classification.convolution;

/**
 * MiniRocket with its biases: F shares of positive values.
 *
 * @param plan dilations
 * @param biases F thresholds in the order of features: dilation, kernel, quantile
 */
public record MiniRocketTransform(DilationPlan plan, float[] biases) implements SpectrumTransform {

  public MiniRocketTransform {
    if (biases.length != TripleKernels.COUNT * plan.featuresPerKernel()) {
      throw new IllegalArgumentException(
          biases.length + " biases for " + plan.featuresPerKernel() + " features a kernel");
    }
  }

  /**
   * From its parts.
   *
   * @param dilations ascending, each at most (P - 1) / 8
   * @param featuresAKernel at each dilation
   */
  public static MiniRocketTransform of(
      int points, int[] dilations, int[] featuresAKernel, float[] biases) {
    boolean fits = dilations.length > 0 && dilations.length == featuresAKernel.length;
    for (int dilation : dilations) {
      fits &= dilation >= 1 && dilation <= (points - 1) / (TripleKernels.LENGTH - 1);
    }
    if (!fits) {
      throw new IllegalArgumentException(dilations.length + " dilations of " + points + " points");
    }
    return new MiniRocketTransform(new DilationPlan(points, dilations, featuresAKernel), biases);
  }

  /** The dilations, ascending. */
  public int[] dilations() {
    return plan.dilations().clone();
  }

  /** Features that each kernel has at each dilation. */
  public int[] featuresAKernel() {
    return plan.counts().clone();
  }

  @Override
  public int points() {
    return plan.points();
  }

  @Override
  public int features() {
    return biases.length;
  }

  @Override
  public Extraction extraction() {
    return new PositiveShares(plan, biases);
  }
}
