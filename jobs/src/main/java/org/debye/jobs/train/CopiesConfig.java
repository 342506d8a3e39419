package org.debye.jobs.train;

import java.util.List;
import org.debye.classification.augmentation.NoisyCopies;
import org.debye.classification.augmentation.ShiftedCopies;
import org.debye.classification.augmentation.SlicedCopies;
import org.debye.classification.augmentation.SpectrumCopies;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.spectra.SpectralAxis;

/** Keys of {@code copies}: more training spectra made from those there are. */
public record CopiesConfig(
    @Key(meaning = "Of each training spectrum, beside itself.", unit = "copies", byDefault = "0")
        int count,
    @Key(
            meaning =
                "noise, added at each point; slices, stretches of the axis that are interpolated"
                    + " to all of it; shifts along the axis, a copy for each.",
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
            meaning =
                "Of shifts: distances to higher values, as [-2,-1,1,2]; count is left out. Points"
                    + " from beyond an end get the value there.",
            unit = "unit of the axis",
            byDefault = "[]")
        List<Double> shifts,
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
    InvalidValue.unless(
        shifts.isEmpty() == (kind != CopiesKind.SHIFTS),
        "shifts",
        kind == CopiesKind.SHIFTS ? "no shift is given" : "shifts of a kind that is another",
        "Write copies.kind=shifts copies.shifts=[-2,-1,1,2].");
    InvalidValue.unless(
        kind != CopiesKind.SHIFTS || count == 0,
        "count",
        "there is a copy for each shift",
        "Leave count out.");
    InvalidValue.unless(
        shifts.stream().allMatch(Double::isFinite),
        "shifts",
        shifts + " are not all numbers",
        "Write [-2,-1,1,2], for example.");
  }

  /**
   * Of spectra on an axis.
   *
   * @throws org.debye.failure.InputException where they cannot be moved along it
   */
  SpectrumCopies copies(SpectralAxis axis) {
    return switch (kind) {
      case NOISE -> new NoisyCopies(count, amplitude);
      case SLICES -> new SlicedCopies(count, least, most);
      case SHIFTS -> ShiftedCopies.along(axis, shifts);
    };
  }

  /** Whether a key below {@code copies} changes nothing of what is learnt. */
  boolean saysNothing(String key) {
    return switch (key) {
      case "kind" -> kind == CopiesKind.NOISE;
      case "amplitude" -> kind != CopiesKind.NOISE;
      case "least", "most" -> kind != CopiesKind.SLICES;
      case "shifts" -> kind != CopiesKind.SHIFTS;
      case "of-validation" -> !ofValidation;
      default -> false;
    };
  }
}
