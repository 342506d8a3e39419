package org.debye.learning.contrast;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.debye.learning.network.Projection;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;

/**
 * Keys of earlier batches, the oldest of which make room for new ones (He et al. 2020). They belong
 * to the state of training: a run that goes on finds them as they were.
 */
final class KeyQueue {
  private final int capacity;
  private final Weight keys;
  private final Weight next;

  KeyQueue(WeightPlan plan, int capacity, int dimension) {
    this.capacity = capacity;
    keys = plan.buffer("keys", new Initial.Normal(1), capacity, dimension);
    next = plan.buffer("next", Initial.ZEROS, 1);
  }

  /** Before the first step: random directions. */
  void begin() {
    keys.tensor().copy_(Projection.ofUnitLength(keys.tensor()));
  }

  /** (Q, D). */
  Tensor keys() {
    return keys.tensor();
  }

  /**
   * Puts new ones in the place of the oldest.
   *
   * @param fresh (any number, D), the same on every rank
   */
  void put(Tensor fresh) {
    int count = Math.toIntExact(fresh.size(0));
    int kept = Math.min(count, capacity);
    long first = Math.round(next.tensor().item_double());
    long[] places = new long[kept];
    Arrays.setAll(places, i -> (first + i) % capacity);
    Tensor index = Tensor.create(places).to(fresh.device(), ScalarType.Long);
    keys.tensor().index_copy_(0, index, fresh.narrow(0, count - kept, kept));
    Numbers.put(new double[] {(first + kept) % capacity}, next.tensor());
  }
}
