package org.debye.learning.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.collective.Collective;
import org.debye.numeric.RandomStreams;
import org.jspecify.annotations.Nullable;

/**
 * One way through a network: whether it trains, which records pass, with whom statistics are
 * shared. Keep it until backward is done: it holds what autograd calls back.
 */
public final class Pass {
  private final boolean training;
  private final Collective ranks;
  private final RandomStreams streams;
  private final long[] records;
  private final List<Pointer> held = new ArrayList<>();
  private final @Nullable Map<String, Tensor> attention;

  private Pass(
      boolean training,
      Collective ranks,
      RandomStreams streams,
      long[] records,
      @Nullable Map<String, Tensor> attention) {
    this.training = training;
    this.ranks = ranks;
    this.streams = streams;
    this.records = records;
    this.attention = attention;
  }

  /**
   * A pass of training.
   *
   * @param ranks whose records are normalised together
   * @param streams of this step's randomness
   * @param records the id of each spectrum of this rank, in the order of the batch
   */
  public static Pass training(Collective ranks, RandomStreams streams, long[] records) {
    return new Pass(true, ranks, streams, records.clone(), null);
  }

  /** A pass that only looks: running statistics, no dropout. */
  public static Pass looking(Collective ranks) {
    return new Pass(false, ranks, RandomStreams.of(0), new long[0], null);
  }

  /**
   * The same, which also notes the matrices of attention.
   *
   * @param attention gets them by the name of their layer
   */
  public static Pass noting(Collective ranks, Map<String, Tensor> attention) {
    return new Pass(false, ranks, RandomStreams.of(0), new long[0], attention);
  }

  public boolean training() {
    return training;
  }

  public Collective ranks() {
    return ranks;
  }

  /** Randomness of this step. */
  public RandomStreams streams() {
    return streams;
  }

  long[] records() {
    return records;
  }

  /** Keeps a callback or a tensor alive as long as this pass is. */
  <P extends Pointer> P hold(P pointer) {
    held.add(pointer);
    return pointer;
  }

  /**
   * Makes sure that backward has gone through every normalisation; called after it.
   *
   * @throws IllegalStateException where it has not: a layer has changed normalised values in their
   *     place, which cuts them off from what they came from, or has not used them
   */
  public void requireBackward() {
    for (Pointer pointer : held) {
      if (pointer instanceof SharedGradient gradient && !gradient.called()) {
        throw new IllegalStateException(gradient.what() + " were changed in place, or not used");
      }
    }
  }

  boolean notesAttention() {
    return attention != null;
  }

  void note(String layer, Tensor matrices) {
    if (attention != null) {
      attention.put(layer, matrices.detach().retainReference());
    }
  }
}
