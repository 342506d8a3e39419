package org.debye.learning.network;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.layer.Layer;
import org.debye.learning.layer.Pass;
import org.debye.learning.weight.Initial;

/**
 * An encoder that looks at one spectrum at a time.
 *
 * @param width of the representation
 * @param head how a linear layer on top begins
 * @param layers from (B, n) to (B, width)
 */
record SpectrumEncoder(long width, Initial head, Layer layers) implements Encoder {
  SpectrumEncoder(long width, Layer layers) {
    this(width, Initial.fanIn(width), layers);
  }

  @Override
  public boolean looksAtNeighbours() {
    return false;
  }

  @Override
  public Tensor encode(Tensor spectra, Pass pass) {
    long sequences = spectra.size(0);
    long length = spectra.size(1);
    Tensor single = spectra.reshape(sequences * length, spectra.size(2));
    return layers.forward(single, pass).view(sequences, length, width);
  }
}
