package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.weight.Numbers;
import org.debye.numeric.RandomStreams;

/**
 * Srivastava et al. 2014. What is dropped of a record depends on the record, the step and the
 * layer's name, and on nothing else: not on the rank it is on, nor on its place in the batch.
 *
 * @param name of the layer
 * @param share dropped, at least 0 and below 1
 */
public record Dropout(String name, double share) implements Layer {
  /** Checks the share. */
  public Dropout {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("a share of " + share + " cannot be dropped");
    }
  }

  /** The first dimensions count records: as many, together, as the pass has. */
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    if (share == 0 || !pass.training()) {
      return input;
    }
    long[] records = pass.records();
    if (input.numel() % records.length != 0) {
      throw new IllegalStateException(
          name + ": " + input.numel() + " values are not of " + records.length + " records");
    }
    return input.mul(mask(input, records, pass.streams().under(name)));
  }

  private Tensor mask(Tensor input, long[] records, RandomStreams streams) {
    int each = Math.toIntExact(input.numel() / records.length);
    float[] mask = new float[records.length * each];
    float kept = (float) (1 / (1 - share));
    for (int r = 0; r < records.length; r++) {
      streams.at(records[r]).nextChoices(share, 0, kept, mask, r * each, (r + 1) * each);
    }
    Tensor made = Tensor.create(mask).view(Numbers.shape(input));
    return made.to(input.device(), input.scalar_type());
  }
}
