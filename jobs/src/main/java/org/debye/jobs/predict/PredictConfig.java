package org.debye.jobs.predict;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;

/** Keys of {@code predict}. */
public record PredictConfig(
    @Key(meaning = "Name of a model of the catalogue, or the folder or URI of one.") String model,
    @Key(
            place = Key.Place.ANY,
            meaning = "Folder or URI of the tables: spectra, and where the predictions go.")
        String catalogue,
    @Key(
            meaning = "Ids or names of the datasets to classify, with * and ?; all when empty.",
            byDefault = "[]")
        List<String> dataset,
    @Key(
            meaning =
                "A frame of which no class is as probable as this gets the label abstained; 0 for"
                    + " never.",
            unit = "1",
            byDefault = "0")
        double threshold,
    @Key(
            meaning =
                "Interpolate spectra on another axis than the model's; otherwise they are refused.",
            byDefault = "false")
        boolean resample,
    @Key(
            meaning = "Try datasets again that failed before and have not changed.",
            byDefault = "false")
        boolean retryFailed,
    @Key(
            meaning = "Draw a figure of each dataset, of the first nine, below CATALOGUE/figures.",
            byDefault = "true")
        boolean figures) {

  public PredictConfig {
    InvalidValue.unless(
        threshold >= 0 && threshold < 1,
        "threshold",
        threshold + " is not at least 0 and below 1",
        "Write 0 for none, or 0.9.");
  }
}
