package org.debye.learning.collective;

import org.bytedeco.pytorch.Tensor;

/** A world of one rank: nothing is sent. */
public final class Alone implements Collective {
  @Override
  public int rank() {
    return 0;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void broadcast(Tensor values, int root) {
    // what root has is here already
  }

  @Override
  public void sum(Tensor values) {
    // the sum over one rank
  }

  @Override
  public long[] gather(long value) {
    return new long[] {value};
  }

  @Override
  public Tensor gather(Tensor values) {
    return values;
  }

  @Override
  public void close() {
    // nothing is open
  }
}
