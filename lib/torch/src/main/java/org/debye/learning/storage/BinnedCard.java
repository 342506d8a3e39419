package org.debye.learning.storage;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.debye.learning.binned.Abscissa;
import org.debye.learning.binned.BinSettings;
import org.debye.learning.binned.BinnedEnsemble;
import org.debye.learning.binned.BinnedModel;
import org.debye.learning.binned.JoinedBins;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.data.Examples;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Scorer;
import org.debye.learning.train.Objective;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightPlan;
import org.debye.spectra.SpectralAxis;

/**
 * A network in bins.
 *
 * @param joined whether bins learn together, end to end; otherwise each alone, and they vote
 * @param settings of the bins
 * @param axis of the spectra
 * @param classes that it tells apart
 */
public record BinnedCard(boolean joined, BinSettings settings, SpectralAxis axis, int classes)
    implements ClassifierCard {
  private static final String VOTING = "binned";
  private static final String JOINED = "binned-end-to-end";
  private static final String BINS = "bins";
  private static final String HIDDEN = "hidden";
  private static final String ABSCISSA = "abscissa";
  private static final String POINTS = "points";

  static Optional<ClassifierCard> of(Architecture card, int classes, SpectralAxis axis) {
    if (!card.name().equals(VOTING) && !card.name().equals(JOINED)) {
      return Optional.empty();
    }
    NamedSettings all = card.hyperparameters();
    BinSettings settings =
        new BinSettings(
            Math.toIntExact(all.integer(BINS)),
            Math.toIntExact(all.integer(HIDDEN)),
            Abscissa.valueOf(all.text(ABSCISSA).toUpperCase(Locale.ROOT)));
    return Optional.of(new BinnedCard(card.name().equals(JOINED), settings, axis, classes));
  }

  @Override
  public BuiltClassifier build(WeightPlan plan) {
    return new Built(
        joined
            ? JoinedBins.build(plan, axis.values(), settings, classes)
            : BinnedEnsemble.build(plan, axis.values(), settings, classes));
  }

  @Override
  public Architecture description() {
    WeightPlan plan = new WeightPlan();
    build(plan);
    return new Architecture(
        joined ? JOINED : VOTING,
        NamedSettings.of(
            Map.of(
                POINTS,
                axis.points(),
                BINS,
                settings.bins(),
                HIDDEN,
                settings.hidden(),
                ABSCISSA,
                settings.abscissa().name().toLowerCase(Locale.ROOT))),
        plan.trainedSize());
  }

  private record Built(BinnedModel model) implements BuiltClassifier {
    @Override
    public Scorer scorer() {
      return model;
    }

    @Override
    public boolean looksAtNeighbours() {
      return false;
    }

    @Override
    public Objective objective(CrossEntropy loss) {
      return model.objective(loss);
    }

    @Override
    public void conclude(Placement placement, Examples training, int batchFrames) {
      model.conclude(placement, training, batchFrames);
    }
  }
}
