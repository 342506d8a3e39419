package org.debye.jobs.train;

import org.debye.classification.augmentation.NoisyCopies;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;

/** Keys of {@code copies}: noisy copies of each training spectrum. */
public record CopiesConfig(
    @Key(meaning = "Of each training spectrum, beside itself.", unit = "copies", byDefault = "0")
        int count,
    @Key(
            meaning = "Noise is uniform between 0 and this, in units of the scaled intensity.",
            unit = "1",
            byDefault = "0.16666666666666666")
        double amplitude) {

  public CopiesConfig {
    InvalidValue.unless(count >= 0, "count", count + " is below 0", "Write 0 for none.");
    InvalidValue.unless(
        amplitude >= 0, "amplitude", amplitude + " is below 0", "Write 0.1, for example.");
  }

  NoisyCopies copies() {
    return new NoisyCopies(count, amplitude);
  }
}
