package org.debye.jobs.sweep;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.study.absorption.AbsorptionStudyConfig;
import org.debye.jobs.study.absorption.mixture.SiteMixturesConfig;
import org.debye.jobs.study.encoder.EncodersConfig;
import org.debye.jobs.study.mixture.UnmixingConfig;
import org.jspecify.annotations.Nullable;

/** Keys of {@code sweep}. */
public record SweepConfig(
    @Key(meaning = "What is studied; its keys stand under its name.", byDefault = "unmixing")
        StudyKind study,
    @Key(
            meaning =
                "Name of this study in the tables and of its folder of figures; cells of one name"
                    + " are tabulated together.")
        String name,
    @Key(
            place = Key.Place.ANY,
            meaning = "Folder or URI that holds the tables; made where there is none.")
        String catalogue,
    @Key(meaning = "Seed of all randomness: equal settings give equal tables.", unit = "1")
        long seed,
    @Key(meaning = "Draw the study's figures below CATALOGUE/figures/NAME.", byDefault = "true")
        boolean figures,
    @Key(
            meaning = "Run cells again that have failed, although nothing about them has changed.",
            byDefault = "false")
        boolean retryFailed,
    @Key(meaning = "Unmixing.") @Nullable UnmixingConfig unmixing,
    @Key(meaning = "Encoders.") @Nullable EncodersConfig encoders,
    @Key(meaning = "Absorption spectra near the edge.") @Nullable AbsorptionStudyConfig xanes,
    @Key(meaning = "Mixtures of sites in absorption spectra.")
        @Nullable SiteMixturesConfig xanesMixtures) {

  public SweepConfig {
    InvalidValue.unless(
        name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"),
        "name",
        "'" + name + "' is not a name of letters, digits, dots, dashes and underscores",
        "Write a short word, such as hoidn.");
    InvalidValue.unless(
        study != StudyKind.UNMIXING || unmixing != null,
        "unmixing",
        "it is what is studied, and none of its keys is given",
        "Set unmixing.grid.alpha1 and more, or take conf/sweep-quick.yaml.");
    InvalidValue.unless(
        study != StudyKind.ENCODERS || encoders != null,
        "encoders",
        "they are what is studied, and none of their keys is given",
        "Set encoders.methods and more, or take conf/sweep-encoders.yaml.");
    InvalidValue.unless(
        study != StudyKind.XANES || xanes != null,
        "xanes",
        "they are what is studied, and none of their keys is given",
        "Set xanes.elements and more, or take conf/sweep-xanes.yaml.");
    InvalidValue.unless(
        study != StudyKind.XANES_MIXTURES || xanesMixtures != null,
        "xanesMixtures",
        "they are what is studied, and none of their keys is given",
        "Set xanes-mixtures.elements and more, or take conf/sweep-xanes-mixtures.yaml.");
  }

  /** What can be swept. A further kind is a constant here, a section above and a {@code Study}. */
  public enum StudyKind {
    UNMIXING,
    ENCODERS,
    XANES,
    XANES_MIXTURES
  }
}
