package org.debye.classification.convolution;

/**
 * MiniRocket with its biases: F shares of positive values.
 *
 * @param plan dilations
 * @param biases F thresholds in the order of features: dilation, kernel, quantile
 */
public record MiniRocketTransform(DilationPlan plan, float[] biases) implements SpectrumTransform {

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
