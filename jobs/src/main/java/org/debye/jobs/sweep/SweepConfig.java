package org.debye.jobs.sweep;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;

/** Keys of {@code sweep}. */
public record SweepConfig(
    @Key(meaning = "What is studied; its keys stand under its name.", byDefault = "unmixing")
        StudyKind study,
    @Key(
            meaning =
                "Name of this study in the tables and of its folder of figures; cells of one name"
                    + " are tabulated together.")
        String name,
    @Key(meaning = "Folder or URI that holds the tables; made where there is none.")
        String catalogue,
    @Key(meaning = "Seed of all randomness: equal settings give equal tables.", unit = "1")
        long seed,
    @Key(meaning = "Draw the study's figures below CATALOGUE/figures/NAME.", byDefault = "true")
        boolean figures,
    @Key(
            meaning = "Run cells again that have failed, although nothing about them has changed.",
            byDefault = "false")
        boolean retryFailed,
    @Key(meaning = "Unmixing.") UnmixingConfig unmixing) {

  public SweepConfig {
    InvalidValue.unless(
        name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"),
        "name",
        "'" + name + "' is not a name of letters, digits, dots, dashes and underscores",
        "Write a short word, such as hoidn.");
  }

  /** What can be swept. A further kind is a constant here, a section above and a {@code Study}. */
  public enum StudyKind {
    UNMIXING
  }
}
