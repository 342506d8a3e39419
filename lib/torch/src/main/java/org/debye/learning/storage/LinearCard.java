package org.debye.learning.storage;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.FrozenEncoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.weight.WeightPlan;

/**
 * A linear layer on a trained encoder that stays as it is.
 *
 * @param representation of the encoder
 * @param encoder which one it is: the identity of its card
 * @param classes that it tells apart
 */
public record LinearCard(RepresentationSettings representation, String encoder, int classes)
    implements ClassifierCard {
  private static final String NAME = "linear";
  private static final String ENCODER = "encoder";

  static Optional<ClassifierCard> of(Architecture card, int classes) {
    if (!card.name().equals(NAME)) {
      return Optional.empty();
    }
    return Optional.of(
        new LinearCard(
            PretrainedCard.read(card.hyperparameters()),
            card.hyperparameters().text(ENCODER),
            classes));
  }

  @Override
  public BuiltClassifier build(WeightPlan plan) {
    FrozenEncoder frozen = FrozenEncoder.build(plan.under("encoder"), representation);
    return new SupervisedClassifier(Classifier.on(plan, frozen, classes));
  }

  @Override
  public Architecture description() {
    WeightPlan plan = new WeightPlan();
    build(plan);
    Map<String, Object> named = new TreeMap<>(PretrainedCard.named(representation));
    named.put(ENCODER, encoder);
    return new Architecture(NAME, NamedSettings.of(named), plan.trainedSize());
  }
}
