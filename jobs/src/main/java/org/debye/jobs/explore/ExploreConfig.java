package org.debye.jobs.explore;

import org.debye.exploration.Normalisation;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.scene.SceneConfig;
import org.debye.jobs.scene.SpectraConfig;
import org.jspecify.annotations.Nullable;

/** Keys of {@code explore}. */
public record ExploreConfig(
    @Key(
            place = Key.Place.THERE,
            meaning =
                "MATLAB 5 (.mat) or .npy file of spectra; left out, the spectra of the catalogue.")
        @Nullable String input,
    @Key(
            place = Key.Place.ANY,
            meaning =
                "Folder or URI of the tables: where the results go, and the spectra come from where"
                    + " no input is named.")
        String catalogue,
    @Key(meaning = "Name of the result in tables and figures; the input's file name when left out.")
        @Nullable String name,
    @Key(meaning = "Spectra.") SpectraConfig spectra,
    @Key(meaning = "Scene.") SceneConfig scene,
    @Key(meaning = "Labels.") LabelsConfig labels,
    @Key(
            meaning =
                "What is done to each spectrum before: none, unit-sum, unit-length, unit-maximum,"
                    + " standard-normal-variate.",
            byDefault = "none")
        Normalisation normalisation,
    @Key(
            meaning = "Keep as many principal components as hold more than this share.",
            unit = "1",
            byDefault = "0.99")
        double explained,
    @Key(meaning = "Keep this many principal components instead.", unit = "components")
        @Nullable Integer components,
    @Key(meaning = "Targets.") TargetsConfig targets,
    @Key(meaning = "Clustering.") ClusteringConfig clustering,
    @Key(meaning = "Transition.") TransitionConfig transition,
    @Key(
            meaning = "Seed of all randomness: equal settings give equal tables.",
            unit = "1",
            byDefault = "1")
        long seed,
    @Key(meaning = "Draw figures below CATALOGUE/figures/NAME.", byDefault = "true")
        boolean figures) {

  public ExploreConfig {
    InvalidValue.unless(
        name == null || name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"),
        "name",
        "'" + name + "' is not a name of letters, digits, dots, dashes and underscores",
        "Write a short word, such as ramp-7.");
    InvalidValue.unless(
        explained > 0 && explained < 1,
        "explained",
        explained + " is not between 0 and 1",
        "Write 0.99, or set components.");
    InvalidValue.unless(
        components == null || components >= 1,
        "components",
        components + " is below 1",
        "Leave it out.");
  }

  /** Name of the result. */
  String title() {
    return SceneConfig.title(name, input);
  }
}
