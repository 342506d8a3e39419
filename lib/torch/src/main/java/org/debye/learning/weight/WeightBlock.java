package org.debye.learning.weight;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.debye.numeric.RandomStreams;

/**
 * The memory of a model. All trained weights lie one after another in one vector, their gradients
 * in a second of the same order, buffers in a third. A weight's tensor is a view of its part, and
 * autograd adds into the view of the gradient, so that one operation serves the optimiser, and one
 * message the sum over ranks. Not thread safe. Close it when the model is done with.
 */
public final class WeightBlock implements AutoCloseable {
  private final Placement placement;
  private final List<Weight> weights;
  private final List<Tensor> kept = new ArrayList<>();
  private final Tensor values;
  private final Tensor gradients;
  private final Tensor buffers;

  private WeightBlock(WeightPlan plan, Placement placement) {
    this.placement = placement;
    this.weights = plan.weights();
    try (PointerScope scope = new PointerScope()) {
      values = keep(placement.zeros(size(weights, true)));
      gradients = keep(placement.zeros(size(weights, true)));
      buffers = keep(placement.zeros(size(weights, false)));
      place();
    }
  }

  /** Memory for every weight of the plan, all zero. */
  public static WeightBlock allocate(WeightPlan plan, Placement placement) {
    return new WeightBlock(plan, placement);
  }

  /** Draws every weight and buffer anew, each from the stream of its own name. */
  public WeightBlock initialise(long seed) {
    RandomStreams streams = RandomStreams.of(seed).under("weights");
    for (Weight weight : weights) {
      double[] drawn = new double[Math.toIntExact(weight.size())];
      weight.initial().fill(drawn, streams.at(weight.name()));
      Numbers.put(drawn, weight.tensor());
    }
    return this;
  }

  public Placement placement() {
    return placement;
  }

  /** Weights and buffers, in the order of the plan. */
  public List<Weight> weights() {
    return weights;
  }

  /** All trained weights as one vector; writing to it writes to them. */
  public Tensor values() {
    return values;
  }

  /** The gradients in the same order. Backward adds to them; zero them before a step. */
  public Tensor gradients() {
    return gradients;
  }

  /** All buffers as one vector. */
  public Tensor buffers() {
    return buffers;
  }

  @Override
  public void close() {
    kept.forEach(Tensor::releaseReference);
    kept.clear();
  }

  private void place() {
    long trained = 0;
    long untrained = 0;
    for (Weight weight : weights) {
      long size = weight.size();
      if (weight.trained()) {
        Tensor leaf = part(values, trained, weight).detach();
        leaf.set_requires_grad(true);
        leaf.mutable_grad().put(part(gradients, trained, weight));
        weight.place(keep(leaf));
        trained += size;
      } else {
        // Autograd takes a change of one for a change of all, unless each counts its own.
        weight.place(keep(part(buffers, untrained, weight).variable_data()));
        untrained += size;
      }
    }
  }

  private static Tensor part(Tensor vector, long start, Weight weight) {
    try (NoGradGuard plain = new NoGradGuard()) {
      return vector.narrow(0, start, weight.size()).view(weight.shape());
    }
  }

  private Tensor keep(Tensor tensor) {
    Tensor held = tensor.retainReference();
    kept.add(held);
    return held;
  }

  private static long size(List<Weight> weights, boolean trained) {
    return weights.stream()
        .filter(weight -> weight.trained() == trained)
        .mapToLong(Weight::size)
        .sum();
  }
}
