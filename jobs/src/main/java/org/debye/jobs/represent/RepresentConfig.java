package org.debye.jobs.represent;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.learning.predict.RepresentationLayer;
import org.jspecify.annotations.Nullable;

/** Keys of {@code represent}. */
public record RepresentConfig(
    @Key(
            meaning =
                "Names of encoders of the catalogue, or folders or URIs of some: one or several,"
                    + " which are then set side by side.")
        List<String> model,
    @Key(
            place = Key.Place.ANY,
            meaning = "Folder or URI of the tables: spectra, and where the representations go.")
        String catalogue,
    @Key(
            meaning =
                "representation, what a linear layer learns on; or projection, what the head of a"
                    + " contrastive loss makes of it; or both.",
            byDefault = "[representation]")
        List<RepresentationLayer> layer,
    @Key(
            meaning = "Ids or names of the datasets to represent, with * and ?; all when empty.",
            byDefault = "[]")
        List<String> dataset,
    @Key(
            meaning =
                "Interpolate spectra on another axis than the encoder's; otherwise they are"
                    + " refused.",
            byDefault = "false")
        boolean resample,
    @Key(
            meaning =
                "A dataset with more frames is represented in pieces of so many: memory grows with"
                    + " it, and a killed run loses a piece for each core.",
            unit = "frames",
            byDefault = "2048")
        int framesPerPiece,
    @Key(
            meaning = "Try datasets again that failed before and have not changed.",
            byDefault = "false")
        boolean retryFailed,
    @Key(
            meaning =
                "Who says what is true, for colours and scores: import, or simulation:VERSION;"
                    + " needed where there are several.")
        @Nullable String origin,
    @Key(meaning = "Clustering.") ClusteringConfig clustering,
    @Key(meaning = "Map.") MapConfig map,
    @Key(
            meaning = "Seed of maps and clusterings: equal settings give equal ones.",
            unit = "1",
            byDefault = "1")
        long seed,
    @Key(
            meaning =
                "Name of the folder of figures below CATALOGUE/figures/represent; the encoder's"
                    + " when left out, and comparison where there are several.")
        @Nullable String name,
    @Key(
            meaning = "Draw maps of the spectra and of their representations, of nine datasets.",
            byDefault = "true")
        boolean figures) {

  public RepresentConfig {
    InvalidValue.unless(
        !model.isEmpty(), "model", "no encoder is named", "Name one that train has made.");
    InvalidValue.unless(
        !layer.isEmpty(), "layer", "no layer is named", "Leave it out for representation.");
    InvalidValue.unless(
        layer.stream().distinct().count() == layer.size(),
        "layer",
        "a layer is named twice",
        "Name each once.");
    InvalidValue.unless(
        framesPerPiece >= 1 && framesPerPiece <= 1_000_000,
        "framesPerPiece",
        framesPerPiece + " is not within 1 and 1000000",
        "Write 2048.");
    InvalidValue.unless(
        name == null || name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"),
        "name",
        "'" + name + "' is not a name of letters, digits, dots, dashes and underscores",
        "Write a short word, such as comparison-1.");
  }
}
