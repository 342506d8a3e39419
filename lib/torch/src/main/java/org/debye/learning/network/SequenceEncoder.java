package org.debye.learning.network;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.Pass;

/**
 * An encoder that looks at a dataset's frames together.
 *
 * @param width of the representation
 * @param layers from (S, L, n) to (S, L, width)
 */
record SequenceEncoder(long width, Layer layers) implements Encoder {
  @Override
  public boolean looksAtNeighbours() {
    return true;
  }

  @Override
  public Tensor encode(Tensor spectra, Pass pass) {
    return layers.forward(spectra, pass);
  }
}
