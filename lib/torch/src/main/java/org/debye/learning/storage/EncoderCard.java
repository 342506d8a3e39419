package org.debye.learning.storage;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.weight.WeightPlan;

/**
 * A network of an encoder and a linear head.
 *
 * @param architecture its encoder
 * @param settings what the architecture leaves open
 * @param classes that it tells apart
 */
public record EncoderCard(Architecture architecture, EncoderSettings settings, int classes)
    implements ClassifierCard {
  private static final String POINTS = "points";
  private static final String DROPOUT = "dropout";

  static Optional<ClassifierCard> of(org.debye.learning.checkpoint.Architecture card, int classes) {
    for (Architecture one : Architecture.values()) {
      if (name(one).equals(card.name())) {
        EncoderSettings settings =
            new EncoderSettings(
                Math.toIntExact(card.hyperparameters().integer(POINTS)),
                card.hyperparameters().number(DROPOUT));
        return Optional.of(new EncoderCard(one, settings, classes));
      }
    }
    return Optional.empty();
  }

  /** As the key {@code model} spells it: {@code conv-sct}. */
  public static String name(Architecture architecture) {
    return architecture.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public BuiltClassifier build(WeightPlan plan) {
    return new SupervisedClassifier(Classifier.build(plan, architecture, settings, classes));
  }

  @Override
  public org.debye.learning.checkpoint.Architecture description() {
    WeightPlan plan = new WeightPlan();
    build(plan);
    return new org.debye.learning.checkpoint.Architecture(
        name(architecture),
        NamedSettings.of(Map.of(POINTS, settings.points(), DROPOUT, settings.dropout())),
        plan.trainedSize());
  }
}
