package org.debye.learning.train;

import java.nio.ByteBuffer;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.WeightBlock;

/** The weights of the epoch with the best validation. */
final class BestWeights {
  private final Stopping.Criterion by;
  private int epoch = -1;
  private double cost = Double.POSITIVE_INFINITY;
  private ByteBuffer values = ByteBuffer.allocate(0);
  private ByteBuffer buffers = ByteBuffer.allocate(0);

  BestWeights(Stopping.Criterion by) {
    this.by = by;
  }

  /** Looks at an epoch that has just ended. */
  void consider(EpochReport report, WeightBlock weights) {
    if (by.cost(report) < cost) {
      epoch = report.epoch();
      cost = by.cost(report);
      values = Numbers.bytes(weights.values());
      buffers = Numbers.bytes(weights.buffers());
    }
  }

  /** Goes on from a checkpoint. */
  void putBack(TrainingState state) {
    if (state.bestEpoch() >= 0) {
      epoch = state.bestEpoch();
      cost = by.cost(state.reports().get(epoch));
      values = state.bestValues();
      buffers = state.bestBuffers();
    }
  }

  void restore(WeightBlock weights) {
    if (epoch >= 0) {
      Numbers.put(values, weights.values());
      Numbers.put(buffers, weights.buffers());
    }
  }

  int epoch() {
    return epoch;
  }

  ByteBuffer values() {
    return values;
  }

  ByteBuffer buffers() {
    return buffers;
  }
}
