package org.debye.jobs.train;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.learning.binned.Abscissa;
import org.debye.learning.binned.BinSettings;

/** Keys of {@code bins}: how binned and binned-end-to-end cut the axis. */
public record BinsConfig(
    @Key(
            meaning = "Of equal numbers of points; what is left at the end is left out.",
            unit = "bins",
            byDefault = "15")
        int count,
    @Key(meaning = "Width of the hidden layer of a bin.", unit = "neurons", byDefault = "150")
        int hidden,
    @Key(
            meaning =
                "What a bin's network is told of a point's place: axis-unit, as in the thesis; or"
                    + " within-bin, from -1 to 1, for axes of eV or channels.",
            byDefault = "axis-unit")
        Abscissa abscissa) {

  public BinsConfig {
    InvalidValue.unless(count >= 1, "count", count + " is below 1", "Write 15, for example.");
    InvalidValue.unless(hidden >= 1, "hidden", hidden + " is below 1", "Write 150.");
  }

  BinSettings settings() {
    return new BinSettings(count, hidden, abscissa);
  }
}
