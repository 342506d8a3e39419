package org.debye.learning.network;

import java.nio.charset.StandardCharsets;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightBlock;

/**
 * The numbers of networks_golden.py: values in [-1, 1) that depend on a name and an index alone.
 */
public final class Pseudo {
  private Pseudo() {}

  public static double[] values(String name, int size) {
    long h = 0;
    for (byte c : name.getBytes(StandardCharsets.UTF_8)) {
      h = (h * 31 + c) % 1_000_003;
    }
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      double value = (h % 9973) / 9973.0 + i * (0.6180339887498949 + (h % 97) * 1e-4);
      values[i] = 2 * (value - Math.floor(value)) - 1;
    }
    return values;
  }

  public static void fill(WeightBlock block) {
    for (Weight weight : block.weights()) {
      double[] values = values(weight.name(), Math.toIntExact(weight.size()));
      boolean aroundOne =
          weight.name().matches(".*(norm|bn|bn1|bn2)\\.weight") || weight.name().endsWith("_var");
      for (int i = 0; i < values.length; i++) {
        values[i] = (aroundOne ? 1 : 0) + 0.3 * values[i];
      }
      Numbers.put(values, weight.tensor());
    }
  }

  public static Tensor spectra(int sequences, int length, int points) {
    double[] values = values("spectra", sequences * length * points);
    for (int i = 0; i < values.length; i++) {
      values[i] = 1.5 * values[i] + 0.25;
    }
    return Tensor.create(values).view(sequences, length, points);
  }
}
