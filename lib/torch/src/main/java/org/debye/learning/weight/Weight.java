package org.debye.learning.weight;

import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A weight of a layer, or a buffer such as a running mean: its name and shape from the start, its
 * tensor once a {@link WeightBlock} has given it memory.
 */
public final class Weight {
  private final String name;
  private final long[] shape;
  private final Initial initial;
  private final boolean trained;
  private @Nullable Tensor tensor;

  Weight(String name, long[] shape, Initial initial, boolean trained) {
    this.name = name;
    this.shape = shape;
    this.initial = initial;
    this.trained = trained;
  }

  /** As PyTorch's {@code state_dict} would name it: {@code features.0.weight}. */
  public String name() {
    return name;
  }

  public long[] shape() {
    return shape.clone();
  }

  public long size() {
    long size = 1;
    for (long extent : shape) {
      size *= extent;
    }
    return size;
  }

  /** Whether training moves it by its gradient; a buffer is only written by its layer. */
  public boolean trained() {
    return trained;
  }

  Initial initial() {
    return initial;
  }

  /** The values where computation uses them. Owned by the block. */
  public Tensor tensor() {
    return Objects.requireNonNull(tensor, () -> name + " has no memory yet: allocate its block");
  }

  void place(Tensor memory) {
    tensor = memory;
  }

  @Override
  public String toString() {
    return name + java.util.Arrays.toString(shape);
  }
}
