package org.debye.learning.train;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.collective.Collective;
import org.debye.learning.weight.Numbers;

/** Loss and accuracy over batches and ranks. */
final class Tally {
  private double loss;
  private double count;
  private double right;
  private double records;

  void add(LossSum part) {
    loss += part.sum().item_double();
    count += part.count();
    right += part.right();
    records += part.of();
  }

  /** Every rank gets what all ranks have. */
  void sum(Collective ranks) {
    try (PointerScope scope = new PointerScope()) {
      Tensor all = Tensor.create(loss, count, right, records);
      ranks.sum(all);
      double[] sums = Numbers.doubles(all);
      loss = sums[0];
      count = sums[1];
      right = sums[2];
      records = sums[3];
    }
  }

  void add(Tally other) {
    loss += other.loss;
    count += other.count;
    right += other.right;
    records += other.records;
  }

  double count() {
    return count;
  }

  double loss() {
    return loss / count;
  }

  double accuracy() {
    return right / records;
  }
}
