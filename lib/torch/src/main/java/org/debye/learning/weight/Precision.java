package org.debye.learning.weight;

import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The type of weights, gradients and spectra in a run. */
public enum Precision {
  FLOAT32(ScalarType.Float, Float.BYTES, false),
  FLOAT64(ScalarType.Double, Double.BYTES, false),
  /** Weights of single precision; products of matrices in bfloat16 ({@link Autocast}). */
  BFLOAT16_AUTOCAST(ScalarType.Float, Float.BYTES, true);

  private final ScalarType type;
  private final int bytes;
  private final boolean autocast;

  Precision(ScalarType type, int bytes, boolean autocast) {
    this.type = type;
    this.bytes = bytes;
    this.autocast = autocast;
  }

  public torch.ScalarType type() {
    return type;
  }

  public int bytes() {
    return bytes;
  }

  boolean autocast() {
    return autocast;
  }
}
