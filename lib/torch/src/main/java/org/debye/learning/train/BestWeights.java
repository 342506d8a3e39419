package org.debye.learning.train;

import java.nio.ByteBuffer;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.WeightBlock;

/** The weights of the epoch with the lowest validation loss. */
final class BestWeights {
  private int epoch = -1;
  private double loss = Double.POSITIVE_INFINITY;
  private ByteBuffer values = ByteBuffer.allocate(0);
  private ByteBuffer buffers = ByteBuffer.allocate(0);

  /** Looks at an epoch that has just ended. */
  void consider(EpochReport report, WeightBlock weights) {
    if (report.validationLoss() < loss) {
      epoch = report.epoch();
      loss = report.validationLoss();
      values = Numbers.bytes(weights.values());
      buffers = Numbers.bytes(weights.buffers());
    }
  }

  /** Goes on from a checkpoint. */
  void putBack(TrainingState state) {
    if (state.bestEpoch() >= 0) {
      epoch = state.bestEpoch();
      loss = state.reports().get(epoch).validationLoss();
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
