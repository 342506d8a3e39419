package org.debye.learning.network;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.layer.Pass;
import org.debye.learning.weight.Initial;

/**
 * Spectra to representations. Spectra come as sequences, (S, L, n): S datasets of L ordered frames,
 * or S single spectra with L = 1. What goes out is (S, L, width).
 */
public interface Encoder {
  /** How many numbers represent a spectrum. */
  long width();

  /** Whether a frame's representation depends on the frames beside it. */
  boolean looksAtNeighbours();

  /** How a linear layer on top of it begins. */
  default Initial head() {
    return Initial.fanIn(width());
  }

  Tensor encode(Tensor spectra, Pass pass);
}
