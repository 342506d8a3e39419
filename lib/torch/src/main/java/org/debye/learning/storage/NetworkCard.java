package org.debye.learning.storage;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.weight.WeightPlan;

/**
 * What a card says of a network: enough to build it anew.
 *
 * @param architecture its encoder
 * @param settings what the architecture leaves open
 * @param classes that it tells apart
 */
public record NetworkCard(Architecture architecture, EncoderSettings settings, int classes)
    implements Serializable {
  private static final String POINTS = "points";
  private static final String DROPOUT = "dropout";

  /** The network that a card describes; empty where it describes something else. */
  public static Optional<NetworkCard> of(
      org.debye.learning.checkpoint.Architecture card, List<String> classes) {
    for (Architecture one : Architecture.values()) {
      if (name(one).equals(card.name())) {
        EncoderSettings settings =
            new EncoderSettings(
                Math.toIntExact(card.hyperparameters().integer(POINTS)),
                card.hyperparameters().number(DROPOUT));
        return Optional.of(new NetworkCard(one, settings, classes.size()));
      }
    }
    return Optional.empty();
  }

  /** As the key {@code model} spells it: {@code conv-sct}. */
  public static String name(Architecture architecture) {
    return architecture.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Builds the network against a plan. */
  public Classifier build(WeightPlan plan) {
    return Classifier.build(plan, architecture, settings, classes);
  }

  /** The card's part about it. */
  public org.debye.learning.checkpoint.Architecture description() {
    WeightPlan plan = new WeightPlan();
    build(plan);
    return new org.debye.learning.checkpoint.Architecture(
        name(architecture),
        NamedSettings.of(Map.of(POINTS, settings.points(), DROPOUT, settings.dropout())),
        plan.trainedSize());
  }
}
