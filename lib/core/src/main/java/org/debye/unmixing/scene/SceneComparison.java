package org.debye.unmixing.scene;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.inference.transform.Logits;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.endmember.MixtureInput;
import org.debye.unmixing.posterior.CountComparer;
import org.debye.unmixing.posterior.CountComparison;
import org.debye.unmixing.posterior.MixingDensity;

/**
 * Numbers of endmembers compared on a scene: on a random subset of its spectra, all in the D
 * dimensions that the greatest number needs, with the prior of every scene.
 *
 * @param comparison of the numbers that the spectra's rank allows
 * @param spectraUsed spectra that were compared on
 * @param dimensions D
 */
public record SceneComparison(CountComparison comparison, int spectraUsed, int dimensions) {
  /** Beyond this, numbers that differ by what no model describes are told apart at great cost. */
  private static final int MOST_SPECTRA = 300;

  static SceneComparison of(
      Scene scene,
      Observations scaled,
      EndmemberCount.Compared range,
      SceneSettings settings,
      RandomStreams streams) {
    MixtureInput.require(scaled, range.least(), scene.name());
    int room = Math.min(scene.points(), scene.count() - 1);
    int wanted = Math.min(settings.dimensions().orElse(range.most() - 1), room);
    ReducedScene reduced = ReducedScene.of(scaled, wanted, settings.reduction());
    int most = Math.min(range.most(), Math.min(reduced.rank(), wanted) + 1);
    if (most < range.least()) {
      throw InputException.of(
          FailureCode.TOO_FEW_DIMENSIONS,
          scene.name(),
          "its spectra span %d dimensions, too few for %d endmembers"
              .formatted(reduced.rank(), range.least()),
          "Compare fewer endmembers.");
    }
    int dimensions = Math.min(wanted, reduced.rank());
    Observations points =
        dimensions == wanted
            ? reduced.points()
            : ReducedScene.of(scaled, dimensions, settings.reduction()).points();
    Observations subset =
        StandardisedPoints.of(points)
            .subset(
                Math.min(MOST_SPECTRA, settings.inference().mostSpectra()),
                streams.at("compared subset"));
    CountComparer comparer =
        new CountComparer(
            k -> ScenePrior.model(k, dimensions),
            new MixingDensity.Options(ScenePrior.prior(), Logits.STRETCHED),
            StartingPoint::of,
            CountComparer.Settings.of(range.least(), most));
    return new SceneComparison(
        comparer.compare(subset, streams.under("comparison")), subset.count(), dimensions);
  }

  /** The number that was chosen, for {@link EndmemberCount.Known}. */
  public int chosen() {
    return comparison.chosen();
  }

  /** Settings with the chosen number. */
  public SceneSettings settle(SceneSettings settings) {
    return new SceneSettings(
        new EndmemberCount.Known(chosen()),
        settings.dimensions(),
        settings.scaling(),
        settings.reduction(),
        settings.method(),
        settings.inference());
  }
}
