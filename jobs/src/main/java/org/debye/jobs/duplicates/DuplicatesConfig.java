package org.debye.jobs.duplicates;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.jspecify.annotations.Nullable;

/** Keys of {@code duplicates}. */
public record DuplicatesConfig(
    @Key(place = Key.Place.ANY, meaning = "Folder or URI of the tables that are looked through.")
        String catalogue,
    @Key(meaning = "Ids or names of the datasets, with * and ?; all when empty.", byDefault = "[]")
        List<String> dataset,
    @Key(
            meaning =
                "Of two spectra on one axis nearer than this in mean absolute difference the later"
                    + " one is a duplicate, by the order of dataset ids and frames.",
            unit = "intensity",
            byDefault = "0.015")
        double nearerThan,
    @Key(
            place = Key.Place.ANY,
            meaning =
                "Folder or URI of another catalogue, for the datasets without their duplicates, and"
                    + " their labels; duplicates are only told when left out.")
        @Nullable String output,
    @Key(meaning = "Name of the list, below CATALOGUE/figures.", byDefault = "duplicates")
        String name) {

  public DuplicatesConfig {
    InvalidValue.unless(
        nearerThan > 0 && Double.isFinite(nearerThan),
        "nearerThan",
        nearerThan + " is not above 0",
        "Write 0.015 for normalised absorption spectra.");
    InvalidValue.unless(
        name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"),
        "name",
        "'" + name + "' is not a name of letters, digits, dots, dashes and underscores",
        "Write a short word.");
  }
}
