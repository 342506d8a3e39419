package org.debye.jobs.fit;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.value.Interval;
import org.debye.unmixing.combination.CombinationSettings;
import org.debye.unmixing.combination.WeightRule;
import org.jspecify.annotations.Nullable;

/** Keys of {@code fit}. */
public record FitConfig(
    @Key(
            place = Key.Place.ANY,
            meaning = "Folder or URI of the tables: spectra, references, and where fits go.")
        String catalogue,
    @Key(meaning = "Name of the result in tables and figures.", byDefault = "fit") String name,
    @Key(
            meaning =
                "Ids or names of the datasets to fit, with * and ?; all when empty. References"
                    + " among them are left out.",
            byDefault = "[]")
        List<String> dataset,
    @Key(meaning = "References.") ChosenSpectra references,
    @Key(
            meaning = "Which points are fitted, from:to, counted from e0.",
            unit = "eV",
            byDefault = "'-20:30'")
        Interval range,
    @Key(
            meaning =
                "What range counts from, the same for all spectra; when left out, the e0 that each"
                    + " was normalised with.",
            unit = "eV")
        @Nullable Double e0,
    @Key(
            meaning =
                "fractions: at least 0, and 1 together; non-negative; sum-to-one: of any sign;"
                    + " free.",
            byDefault = "fractions")
        WeightRule weights,
    @Key(
            meaning = "Largest shift of each reference to either side; 0 for none.",
            unit = "eV",
            byDefault = "0")
        double shift,
    @Key(
            meaning =
                "Fit all combinations of 2 to this many references, ranked by reduced chi-square;"
                    + " when left out, one fit of all references.",
            unit = "references")
        @Nullable Integer combinations,
    @Key(
            meaning = "Try datasets again that failed before and have not changed.",
            byDefault = "false")
        boolean retryFailed,
    @Key(
            meaning = "Draw figures of the first nine spectra below CATALOGUE/figures/fit/NAME.",
            byDefault = "true")
        boolean figures) {

  public FitConfig {
    InvalidValue.unless(
        name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"),
        "name",
        "'" + name + "' is not a name of letters, digits, dots, dashes and underscores",
        "Write a short word, such as ferrihydrite.");
    InvalidValue.unless(
        range.from() < range.to(),
        "range",
        range + " ends before it begins",
        "Write from:to with to above from, such as -20:30.");
    InvalidValue.unless(
        shift >= 0 && shift <= CombinationSettings.LARGEST_SHIFT,
        "shift",
        shift + " is not within 0 and " + CombinationSettings.LARGEST_SHIFT + " eV",
        "Write 1, for example, or 0.");
    InvalidValue.unless(
        combinations == null || combinations >= 2,
        "combinations",
        combinations + " is below 2",
        "Write 3, for example, or leave it out.");
  }

  /** The kernel's settings. */
  CombinationSettings settings() {
    return new CombinationSettings(weights, range.from(), range.to(), shift);
  }

  /** For the kernel: 0 where no combinations are tried. */
  int most() {
    return combinations == null ? 0 : combinations;
  }
}
