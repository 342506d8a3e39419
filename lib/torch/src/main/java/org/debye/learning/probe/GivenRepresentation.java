package org.debye.learning.probe;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.layer.Pass;
import org.debye.learning.network.Encoder;

/**
 * What has been represented before, and passes as it is.
 *
 * @param width of a representation
 */
record GivenRepresentation(long width) implements Encoder {
  @Override
  public boolean looksAtNeighbours() {
    return false;
  }

  @Override
  public Tensor encode(Tensor spectra, Pass pass) {
    return spectra;
  }
}
