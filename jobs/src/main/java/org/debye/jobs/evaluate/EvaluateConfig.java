package org.debye.jobs.evaluate;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.value.DatasetGroup;
import org.jspecify.annotations.Nullable;

/** Keys of {@code evaluate}. */
public record EvaluateConfig(
    @Key(
            meaning =
                "Names of models of the catalogue, with * and ?, or folders of models; all of the"
                    + " catalogue when left out.",
            byDefault = "[\"*\"]")
        List<String> model,
    @Key(
            place = Key.Place.ANY,
            meaning = "Folder or URI of the tables: spectra, labels and models.")
        String catalogue,
    @Key(meaning = "Name of the comparison, in figures and metrics.", byDefault = "evaluation")
        String name,
    @Key(
            meaning = "Ids or names of the datasets to score, with * and ?; all when empty.",
            byDefault = "[]")
        List<String> dataset,
    @Key(
            meaning =
                "unseen, the labelled frames that a model was neither trained with nor checked by;"
                    + " or all.",
            byDefault = "unseen")
        Part part,
    @Key(
            meaning =
                "Who says what is true: import, or simulation:VERSION; needed where there are"
                    + " several.")
        @Nullable String origin,
    @Key(meaning = "Interpolate spectra on another axis than a model's.", byDefault = "false")
        boolean resample,
    @Key(
            meaning =
                "Groups of datasets, as in FeO=D8+D9: shows the means over a group, in which each"
                    + " dataset counts once, of each model or, where names end in /run-1, /run-2"
                    + " and so on, over its runs.",
            byDefault = "[]")
        List<DatasetGroup> groups,
    @Key(meaning = "Draw figures below CATALOGUE/figures/NAME.", byDefault = "true")
        boolean figures) {

  public EvaluateConfig {
    InvalidValue.unless(!model.isEmpty(), "model", "no model is named", "Write \"*\" for all.");
    InvalidValue.unless(
        name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"),
        "name",
        "'" + name + "' is not a name of letters, digits, dots, dashes and underscores",
        "Write a short word, such as comparison-1.");
  }
}
