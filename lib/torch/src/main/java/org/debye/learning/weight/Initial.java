package org.debye.learning.weight;

import org.debye.numeric.RandomStream;

/** What a weight is before training. Drawn from a stream of the weight's own name. */
public sealed interface Initial {
  /** Every element the same. */
  record Constant(double value) implements Initial {
    @Override
    public void fill(double[] values, RandomStream random) {
      java.util.Arrays.fill(values, value);
    }
  }

  /** Uniform on (-bound, bound). */
  record Uniform(double bound) implements Initial {
    @Override
    public void fill(double[] values, RandomStream random) {
      for (int i = 0; i < values.length; i++) {
        values[i] = bound * (2 * random.nextDouble() - 1);
      }
    }
  }

  /** Normal with mean 0. */
  record Normal(double deviation) implements Initial {
    @Override
    public void fill(double[] values, RandomStream random) {
      for (int i = 0; i < values.length; i++) {
        values[i] = deviation * random.nextGaussian();
      }
    }
  }

  /** Known beforehand: what belongs to a model and is stored with it. */
  record Given(double[] given) implements Initial {
    @Override
    public void fill(double[] values, RandomStream random) {
      System.arraycopy(given, 0, values, 0, values.length);
    }
  }

  Initial ZEROS = new Constant(0);
  Initial ONES = new Constant(1);

  /**
   * PyTorch's default for linear and convolutional layers, weights and biases alike: uniform within
   * 1 / sqrt(inputs), which is He's uniform initialisation with a = sqrt(5).
   */
  static Initial fanIn(long inputs) {
    return new Uniform(1 / Math.sqrt((double) inputs));
  }

  /** Xavier's uniform initialisation, PyTorch's default of an attention's input projection. */
  static Initial xavier(long inputs, long outputs) {
    return new Uniform(Math.sqrt(6.0 / ((double) inputs + outputs)));
  }

  /** Overwrites all values. */
  void fill(double[] values, RandomStream random);
}
