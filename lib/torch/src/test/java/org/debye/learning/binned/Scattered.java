package org.debye.learning.binned;

import org.debye.learning.network.Pseudo;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightBlock;

/** The numbers of binned_golden.py. */
final class Scattered {
  private Scattered() {}

  static double[] values(String name, int size) {
    double[] all = Pseudo.values(name, (size - 1) * (size - 1) + 1);
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = all[i * i];
    }
    return values;
  }

  /** All weights and running statistics; what else a model keeps stays as it is. */
  static void fill(WeightBlock block) {
    for (Weight weight : block.weights()) {
      String name = weight.name();
      boolean aroundOne = name.endsWith("norm.weight") || name.endsWith("_var");
      if (weight.trained() || name.contains("running")) {
        double[] values = values(name, Math.toIntExact(weight.size()));
        for (int i = 0; i < values.length; i++) {
          values[i] = aroundOne ? 1 + 0.3 * values[i] : values[i];
        }
        Numbers.put(values, weight.tensor());
      }
    }
  }
}
