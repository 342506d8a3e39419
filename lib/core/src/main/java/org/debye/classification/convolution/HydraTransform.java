package org.debye.classification.convolution;

/**
 * Hydra with its kernels.
 *
 * @param points P
 * @param kernels k of a group
 * @param groups g at each dilation: half for the spectrum, half for its differences
 * @param weights kernel after kernel: dilation, spectrum then differences, group, kernel, 9 weights
 */
public record HydraTransform(int points, int kernels, int groups, float[] weights)
    implements SpectrumTransform {

  int dilations() {
    return weights.length / (groups * kernels * Hydra.LENGTH);
  }

  @Override
  public int features() {
    return 2 * dilations() * groups * kernels;
  }

  @Override
  public Extraction extraction() {
    return new CompetingKernels(this);
  }
}
