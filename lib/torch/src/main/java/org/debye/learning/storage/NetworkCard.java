package org.debye.learning.storage;

import java.io.Serializable;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.weight.WeightPlan;

/** A network that can be trained, and what a card says of it. */
public sealed interface NetworkCard extends Serializable permits ClassifierCard, PretrainedCard {

  /** Builds the network against a plan. */
  BuiltNetwork build(WeightPlan plan);

  /** The card's part about it. */
  Architecture description();
}
