package org.debye.jobs.reduce;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;

/** Keys of {@code figures}: the quick-look pictures. */
public record FiguresConfig(
    @Key(
            meaning =
                "Draw a waterfall and a map of every new dataset (PNG and SVG) below"
                    + " CATALOGUE/figures.",
            byDefault = "true")
        boolean enabled,
    @Key(
            meaning = "Draw no more than this many datasets in one run.",
            unit = "datasets",
            byDefault = "20")
        int maxDatasets) {
  public FiguresConfig {
    InvalidValue.unless(
        maxDatasets >= 0, "maxDatasets", maxDatasets + " is below 0", "Write 0 for none.");
  }
}
