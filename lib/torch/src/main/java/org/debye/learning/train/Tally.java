package org.debye.learning.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.collective.Collective;
import org.debye.learning.weight.Numbers;

/** Loss and accuracy over batches and ranks. */
final class Tally {
  private static final int FIRST = 4;

  private double loss;
  private double count;
  private double right;
  private double records;
  private double[] tasks = {};

  void add(LossSum part) {
    loss += part.sum().item_double();
    count += part.count();
    right += part.right();
    records += part.of();
    addTasks(part.tasks().stream().mapToDouble(Tensor::item_double).toArray());
  }

  private void addTasks(double[] sums) {
    tasks = Arrays.copyOf(tasks, Math.max(tasks.length, sums.length));
    for (int t = 0; t < sums.length; t++) {
      tasks[t] += sums[t];
    }
  }

  /** Every rank gets what all ranks have. */
  void sum(Collective ranks) {
    try (PointerScope scope = new PointerScope()) {
      double[] own =
          Arrays.copyOf(new double[] {loss, count, right, records}, FIRST + tasks.length);
      System.arraycopy(tasks, 0, own, FIRST, tasks.length);
      Tensor all = Tensor.create(own);
      ranks.sum(all);
      double[] sums = Numbers.doubles(all);
      loss = sums[0];
      count = sums[1];
      right = sums[2];
      records = sums[3];
      tasks = Arrays.copyOfRange(sums, FIRST, sums.length);
    }
  }

  void add(Tally other) {
    loss += other.loss;
    count += other.count;
    right += other.right;
    records += other.records;
    addTasks(other.tasks);
  }

  double count() {
    return count;
  }

  double loss() {
    return loss / count;
  }

  /** Loss of each task by itself. */
  Map<String, Double> tasks(List<String> names) {
    Map<String, Double> losses = new LinkedHashMap<>();
    for (int t = 0; t < tasks.length; t++) {
      losses.put(names.get(t), tasks[t] / count);
    }
    return losses;
  }

  double accuracy() {
    return right / records;
  }
}
