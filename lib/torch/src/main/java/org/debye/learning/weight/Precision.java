package org.debye.learning.weight;

import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The type of weights, gradients and spectra in a run. */
public enum Precision {
  FLOAT32(ScalarType.Float, Float.BYTES),
  FLOAT64(ScalarType.Double, Double.BYTES);

  private final ScalarType type;
  private final int bytes;

  Precision(ScalarType type, int bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  public torch.ScalarType type() {
    return type;
  }

  public int bytes() {
    return bytes;
  }
}
