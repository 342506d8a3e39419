package org.debye.learning.optimise;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.weight.WeightBlock;

/** An optimiser that sees all weights as one vector. */
abstract class FlatOptimiser implements Optimiser {
  private final WeightBlock block;
  private final Map<String, Tensor> state = new LinkedHashMap<>();
  private long steps;

  FlatOptimiser(WeightBlock block) {
    this.block = block;
  }

  /** A vector of zeros as long as the weights, part of the state. */
  final Tensor remember(String name) {
    try (PointerScope scope = new PointerScope()) {
      Tensor zeros = block.placement().zeros(block.values().numel()).retainReference();
      state.put(name, zeros);
      return zeros;
    }
  }

  @Override
  public final void step(double rate) {
    steps++;
    try (PointerScope scope = new PointerScope();
        NoGradGuard plain = new NoGradGuard()) {
      move(block.values(), block.gradients(), rate);
    }
  }

  /**
   * Moves the values.
   *
   * @param values modified
   * @param gradients may be modified
   */
  abstract void move(Tensor values, Tensor gradients, double rate);

  @Override
  public final long steps() {
    return steps;
  }

  @Override
  public final void resume(long made) {
    steps = made;
  }

  @Override
  public final Map<String, Tensor> state() {
    return Map.copyOf(state);
  }

  @Override
  public final void close() {
    state.values().forEach(Tensor::releaseReference);
    state.clear();
  }

  static Scalar scalar(double value) {
    return new Scalar(value);
  }
}
