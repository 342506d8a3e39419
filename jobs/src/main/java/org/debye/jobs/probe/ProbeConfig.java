package org.debye.jobs.probe;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.jspecify.annotations.Nullable;

/** Keys of {@code probe}. */
public record ProbeConfig(
    @Key(
            meaning =
                "Name or folder of the encoder: a model that train has made with"
                    + " model=supervised-contrast, specrrmoco, cross-entropy or their like.")
        String encoder,
    @Key(place = Key.Place.ANY, meaning = "Folder or URI of the tables: spectra and peaks.")
        String catalogue,
    @Key(meaning = "Name of the probe, in figures and metrics.", byDefault = "probe") String name,
    @Key(
            meaning =
                "Ids or names of the datasets, with * and ?, whose peaks the linear layers learn"
                    + " from.")
        List<String> learnt,
    @Key(
            meaning =
                "Ids or names of the datasets that they are asked about. None may be among those"
                    + " learnt from, since neighbouring frames are nearly equal.")
        List<String> asked,
    @Key(
            meaning =
                "Who says where peaks are, as simulation:VERSION; needed where there are several.")
        @Nullable String origin,
    @Key(meaning = "Peaks.") PeaksConfig peaks,
    @Key(meaning = "Heads.") HeadsConfig heads,
    @Key(
            meaning = "Seed of the layers' first weights, and of the untrained encoder.",
            unit = "1",
            byDefault = "1")
        long seed,
    @Key(meaning = "Draw figures below CATALOGUE/figures/NAME.", byDefault = "true")
        boolean figures) {

  public ProbeConfig {
    InvalidValue.unless(
        name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"),
        "name",
        "'" + name + "' is not a name of letters, digits, dots, dashes and underscores",
        "Write a short word, such as peaks-1.");
    InvalidValue.unless(
        !learnt.isEmpty(), "learnt", "no dataset is named", "Write [D1, D8], for example.");
    InvalidValue.unless(
        !asked.isEmpty(), "asked", "no dataset is named", "Write [D2, D9], for example.");
  }
}
