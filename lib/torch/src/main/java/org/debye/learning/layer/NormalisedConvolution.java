package org.debye.learning.layer;

import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;

/**
 * A convolution and the batch normalisation of what it makes. Where nothing is learnt they are one
 * convolution with weights w / s and biases (b - mean) / s, so that the normalisation costs no way
 * through memory of its own; the last bits differ.
 */
public final class NormalisedConvolution implements Layer {
  private final Convolution convolution;
  private final BatchNorm normalisation;

  public NormalisedConvolution(Convolution convolution, BatchNorm normalisation) {
    this.convolution = convolution;
    this.normalisation = normalisation;
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    // On a GPU, under autocast, the two are rounded differently than the one.
    if (pass.training() || GradMode.is_enabled() || input.is_cuda()) {
      return normalisation.forward(convolution.forward(input, pass), pass);
    }
    return convolution.forward(input, normalisation.running());
  }
}
