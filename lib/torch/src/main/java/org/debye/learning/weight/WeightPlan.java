package org.debye.learning.weight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The weights of a model in the order in which its layers ask for them. Layers are built against a
 * plan; a plan {@link #under} a name prefixes all names by it, as nested modules do in PyTorch.
 */
public final class WeightPlan {
  private final String prefix;
  private final boolean trained;
  private final List<Weight> weights;
  private final Set<String> names;

  /** An empty plan. */
  public WeightPlan() {
    this("", true, new ArrayList<>(), new HashSet<>());
  }

  private WeightPlan(String prefix, boolean trained, List<Weight> weights, Set<String> names) {
    this.prefix = prefix;
    this.trained = trained;
    this.weights = weights;
    this.names = names;
  }

  /** The same plan; what is asked of it gets names that begin with {@code name} and a dot. */
  public WeightPlan under(String name) {
    return new WeightPlan(prefix + name + ".", trained, weights, names);
  }

  /** The same plan; weights that are asked of it are buffers, which training does not move. */
  public WeightPlan frozen() {
    return new WeightPlan(prefix, false, weights, names);
  }

  /** A weight that training moves, unless the plan is {@link #frozen}. */
  public Weight weight(String name, Initial initial, long... shape) {
    return add(new Weight(prefix + name, shape.clone(), initial, trained));
  }

  /** Values that belong to the model but have no gradient. */
  public Weight buffer(String name, Initial initial, long... shape) {
    return add(new Weight(prefix + name, shape.clone(), initial, false));
  }

  /** Weights and buffers in the order of asking. */
  public List<Weight> weights() {
    return List.copyOf(weights);
  }

  /** How many numbers training moves: what papers print as the number of parameters. */
  public long trainedSize() {
    return weights.stream().filter(Weight::trained).mapToLong(Weight::size).sum();
  }

  private Weight add(Weight weight) {
    if (!names.add(weight.name())) {
      throw new IllegalStateException("two weights are called " + weight.name());
    }
    weights.add(weight);
    return weight;
  }
}
