package org.debye.learning.storage;

import java.util.List;
import java.util.Optional;
import org.debye.augmentation.AugmentationChain;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.data.Views;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.RepresentationEncoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.network.Scorer;
import org.debye.learning.train.Objective;
import org.debye.learning.train.SupervisedViews;
import org.debye.learning.weight.WeightPlan;

/**
 * An encoder of representations and a linear layer on it that learn together, end to end, by cross
 * entropy of views.
 *
 * @param representation of the encoder
 * @param views that are drawn of spectra while it learns
 * @param classes that it tells apart
 */
public record CrossEntropyCard(RepresentationSettings representation, Views views, int classes)
    implements ClassifierCard {
  private static final String NAME = "cross-entropy";

  /** A card says nothing of views: what has learnt draws none. */
  static Optional<ClassifierCard> of(Architecture card, int classes) {
    if (!describes(card)) {
      return Optional.empty();
    }
    Views none = new Views(new AugmentationChain(List.of()));
    return Optional.of(
        new CrossEntropyCard(PretrainedCard.read(card.hyperparameters()), none, classes));
  }

  static boolean describes(Architecture card) {
    return card.name().equals(NAME);
  }

  @Override
  public BuiltClassifier build(WeightPlan plan) {
    return new Built(
        Classifier.on(
            plan, RepresentationEncoder.build(plan.under("encoder"), representation), classes),
        views);
  }

  @Override
  public Architecture description() {
    WeightPlan plan = new WeightPlan();
    build(plan);
    return new Architecture(
        NAME, NamedSettings.of(PretrainedCard.named(representation)), plan.trainedSize());
  }

  private record Built(Classifier classifier, Views views) implements BuiltClassifier {
    @Override
    public Scorer scorer() {
      return classifier;
    }

    @Override
    public boolean looksAtNeighbours() {
      return false;
    }

    @Override
    public Objective objective(CrossEntropy loss) {
      return new SupervisedViews(classifier, loss, views);
    }
  }
}
