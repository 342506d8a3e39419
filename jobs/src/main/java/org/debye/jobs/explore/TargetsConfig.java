package org.debye.jobs.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.exploration.PrincipalFactors;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.scene.CatalogueScene;
import org.debye.jobs.scene.SceneInput;
import org.debye.jobs.scene.SpectraConfig;
import org.debye.jobs.value.FrameRange;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spectra.mixing.Observations;
import org.jspecify.annotations.Nullable;

/** Keys of {@code targets}: spectra that the others may be made of, by target transformation. */
public record TargetsConfig(
    @Key(
            meaning =
                "Ids or names of datasets of the catalogue whose spectra are tried as targets, with"
                    + " * and ?; none when empty.",
            byDefault = "[]")
        List<String> dataset,
    @Key(meaning = "First and last frame of them, from 0, both included.", unit = "frames")
        @Nullable FrameRange frames,
    @Key(
            meaning = "Number of factors; that of the least indicator when left out.",
            unit = "factors")
        @Nullable Integer factors) {

  public TargetsConfig {
    InvalidValue.unless(
        factors == null || factors >= 1, "factors", factors + " is below 1", "Leave it out.");
  }

  /** How many factors are used. */
  int number(PrincipalFactors found) {
    return Math.min(factors == null ? found.byIndicator() : factors, found.most());
  }

  /**
   * Tests the targets.
   *
   * @throws InputException where they lie on another axis than the spectra
   */
  List<Explored.Target> test(ExploreConfig config, SceneInput input, PrincipalFactors found) {
    if (dataset.isEmpty()) {
      return List.of();
    }
    SpectraConfig chosen =
        new SpectraConfig(
            dataset, frames, config.spectra().range(), config.spectra().subtractBaseline());
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    SceneInput targets = CatalogueScene.read(catalogue, chosen, "targets");
    if (!targets.axis().id().equals(input.axis().id())) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "targets",
          "their axis is not that of the spectra",
          "Import both onto one: absorption.energies=standard.");
    }
    Observations normalised = config.normalisation().of("targets", targets.scene().observations());
    List<DatasetRow> rows = catalogue.datasets().all();
    List<Explored.Target> tests = new ArrayList<>();
    int points = targets.points();
    for (int i = 0; i < targets.spectra(); i++) {
      double[] one = Arrays.copyOfRange(normalised.values(), i * points, (i + 1) * points);
      tests.add(
          new Explored.Target(
              name(rows, targets.places().get(i)), one, found.target(one, number(found))));
    }
    return tests;
  }

  private static String name(List<DatasetRow> rows, SceneInput.Place place) {
    return rows.stream()
        .filter(row -> row.datasetId().equals(place.datasetId()))
        .findFirst()
        .map(row -> row.frames() == 1 ? row.name() : row.name() + " " + place.frame())
        .orElse(place.datasetId());
  }
}
