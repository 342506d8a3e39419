package org.debye.jobs.probe;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.spectra.peak.VisiblePeaks;

/** Keys of {@code peaks}: which lines count as peaks. */
public record PeaksConfig(
    @Key(
            meaning =
                "Height of the lowest peak that counts, as a share of the frame's highest; lines"
                    + " below 0.01 are not in the tables of simulated ramps.",
            unit = "1",
            byDefault = "0.05")
        double least,
    @Key(
            meaning =
                "Lines nearer than so many of their mean widths are one peak; two equal Lorentzians"
                    + " have one maximum up to 0.577.",
            unit = "widths",
            byDefault = "0.6")
        double separation) {

  public PeaksConfig {
    InvalidValue.unless(
        least >= 0 && least <= 1, "least", least + " is not within 0 and 1", "Write 0.05.");
    InvalidValue.unless(
        separation >= 0, "separation", separation + " is below 0", "Write 0.6, or 0 for none.");
  }

  VisiblePeaks rule() {
    return new VisiblePeaks(least, separation);
  }
}
