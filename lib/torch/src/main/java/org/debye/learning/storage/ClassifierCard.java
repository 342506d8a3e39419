package org.debye.learning.storage;

import java.util.List;
import java.util.Optional;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.weight.WeightPlan;
import org.debye.spectra.SpectralAxis;

/** What a card says of a network that tells classes apart: enough to build it anew. */
public sealed interface ClassifierCard extends NetworkCard
    permits EncoderCard, BinnedCard, LinearCard, CrossEntropyCard {

  /**
   * The network that a card describes; empty where it describes something else.
   *
   * @param axis of the model
   */
  static Optional<ClassifierCard> of(Architecture card, List<String> classes, SpectralAxis axis) {
    return EncoderCard.of(card, classes.size())
        .or(() -> BinnedCard.of(card, classes.size(), axis))
        .or(() -> LinearCard.of(card, classes.size()))
        .or(() -> CrossEntropyCard.of(card, classes.size()));
  }

  @Override
  BuiltClassifier build(WeightPlan plan);
}
