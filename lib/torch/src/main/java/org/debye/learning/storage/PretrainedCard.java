package org.debye.learning.storage;

import java.util.Map;
import java.util.Optional;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.contrast.SupervisedContrast;
import org.debye.learning.data.Views;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.RepresentationEncoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.pretrain.SelfSupervised;
import org.debye.learning.pretrain.SelfSupervisedSettings;
import org.debye.learning.train.Objective;
import org.debye.learning.weight.WeightPlan;

/**
 * An encoder that learns representations before anybody has named classes, or from their names
 * alone. Its weights are below {@code encoder}; those of the heads, which serve training only, lie
 * beside them.
 *
 * @param settings of the tasks; of supervised contrast only those of the contrast
 * @param views that are drawn of spectra
 */
public record PretrainedCard(
    PretrainingMethod method,
    RepresentationSettings representation,
    SelfSupervisedSettings settings,
    Views views)
    implements NetworkCard {
  /** Where the encoder's weights are. */
  public static final String ENCODER = "encoder.";

  private static final String WIDTH = "width";
  private static final String CHANNELS = "channels";
  private static final String PLACES = "places";
  private static final String FEED_FORWARD = "feed-forward";

  /**
   * The encoder that a card describes, alone or below a layer that it has learnt with; empty where
   * it describes something else.
   */
  public static Optional<RepresentationSettings> representation(Architecture card) {
    return PretrainingMethod.of(card.name()).isPresent() || CrossEntropyCard.describes(card)
        ? Optional.of(read(card.hyperparameters()))
        : Optional.empty();
  }

  static RepresentationSettings read(NamedSettings all) {
    return new RepresentationSettings(
        Math.toIntExact(all.integer(WIDTH)),
        Math.toIntExact(all.integer(CHANNELS)),
        Math.toIntExact(all.integer(PLACES)),
        all.integer(FEED_FORWARD) == 1);
  }

  static Map<String, Object> named(RepresentationSettings representation) {
    return Map.of(
        WIDTH, representation.width(),
        CHANNELS, representation.channels(),
        PLACES, representation.places(),
        FEED_FORWARD, representation.feedForward() ? 1 : 0);
  }

  @Override
  public BuiltNetwork build(WeightPlan plan) {
    if (method.needsLabels()) {
      return new Built(
          new SupervisedContrast(
              plan,
              RepresentationEncoder.build(plan.under("encoder"), representation),
              views,
              settings.momentum().contrast()));
    }
    return new Built(new SelfSupervised(plan, representation, views, settings));
  }

  @Override
  public Architecture description() {
    WeightPlan plan = new WeightPlan();
    build(plan);
    return new Architecture(
        method.key(), NamedSettings.of(named(representation)), plan.trainedSize());
  }

  private record Built(Objective pretraining) implements BuiltNetwork {
    @Override
    public boolean looksAtNeighbours() {
      return false;
    }

    /** Its own; there are no scores that cross entropy could be of. */
    @Override
    public Objective objective(CrossEntropy loss) {
      return pretraining;
    }
  }
}
