package org.debye.jobs.train;

import org.debye.classification.augmentation.NoisyCopies;
import org.debye.classification.augmentation.SlicedCopies;
import org.debye.classification.augmentation.SpectrumCopies;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;

/** Keys of {@code copies}: more training spectra made from those there are. */
public record CopiesConfig(
    @Key(meaning = "Of each training spectrum, beside itself.", unit = "copies", byDefault = "0")
        int count,
    @Key(
            meaning =
                "noise, added at each point; slices, stretches of the axis that are interpolated"
                    + " to all of it.",
            byDefault = "noise")
        CopiesKind kind,
    @Key(
            meaning = "Of noise: uniform between 0 and this, in units of the scaled intensity.",
            unit = "1",
            byDefault = "0.16666666666666666")
        double amplitude,
    @Key(
            meaning =
                "Of slices: share of the axis in the first copy; the others' lie at equal"
                    + " distances up to most.",
            unit = "1",
            byDefault = "0.85")
        double least,
    @Key(meaning = "Of slices: share of the axis in the last copy.", unit = "1", byDefault = "0.96")
        double most,
    @Key(
            meaning = "Make them of the spectra that training is checked by, too.",
            byDefault = "false")
        boolean ofValidation) {

  public CopiesConfig {
    InvalidValue.unless(count >= 0, "count", count + " is below 0", "Write 0 for none.");
    InvalidValue.unless(
        amplitude >= 0, "amplitude", amplitude + " is below 0", "Write 0.1, for example.");
    InvalidValue.unless(
        least > 0 && least <= most && most <= 1,
        "least",
        "slices of shares from " + least + " to " + most,
        "Write 0 < least <= most <= 1, as 0.85 and 0.96.");
  }

  SpectrumCopies copies() {
    return switch (kind) {
      case NOISE -> new NoisyCopies(count, amplitude);
      case SLICES -> new SlicedCopies(count, least, most);
    };
  }

  /** Whether a key below {@code copies} changes nothing of what is learnt. */
  boolean saysNothing(String key) {
    return switch (key) {
      case "kind" -> kind == CopiesKind.NOISE;
      case "amplitude" -> kind != CopiesKind.NOISE;
      case "least", "most" -> kind != CopiesKind.SLICES;
      case "of-validation" -> !ofValidation;
      default -> false;
    };
  }
}
