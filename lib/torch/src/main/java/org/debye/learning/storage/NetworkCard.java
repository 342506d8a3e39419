package org.debye.learning.storage;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.weight.WeightPlan;
import org.debye.spectra.SpectralAxis;

/** What a card says of a network: enough to build it anew. */
public sealed interface NetworkCard extends Serializable permits EncoderCard, BinnedCard {

  /**
   * The network that a card describes; empty where it describes something else.
   *
   * @param axis of the model
   */
  static Optional<NetworkCard> of(Architecture card, List<String> classes, SpectralAxis axis) {
    Optional<NetworkCard> encoder = EncoderCard.of(card, classes.size());
    return encoder.isPresent() ? encoder : BinnedCard.of(card, classes.size(), axis);
  }

  /** Builds the network against a plan. */
  BuiltNetwork build(WeightPlan plan);

  /** The card's part about it. */
  Architecture description();
}
