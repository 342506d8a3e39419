package org.debye.classification.augmentation;

import org.debye.augmentation.AugmentationScratch;
import org.debye.augmentation.WindowSlice;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;

/**
 * Slices of each spectrum, interpolated to its whole length, beside the spectrum itself (section
 * 6.2.1 of Sun's thesis: 20 slices make 6,006 spectra of 286). Copy c has the c-th of the lengths,
 * which lie at equal distances; where a slice begins is drawn ({@link WindowSlice#evenly}).
 * Intensities are not scaled again.
 *
 * @param copies of each spectrum, at least 0
 * @param least share of the axis in the shortest slice, above 0
 * @param most and in the longest, at most 1
 */
public record SlicedCopies(int copies, double least, double most) implements SpectrumCopies {
  /** Chapter 6. */
  public static final SlicedCopies THESIS = new SlicedCopies(20, 0.85, 0.96);

  public SlicedCopies {
    if (copies < 0 || !(least > 0 && least <= most && most <= 1)) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "copies",
          copies + " slices of shares from " + least + " to " + most,
          "Give a number of at least 0, and 0 < least <= most <= 1, as 0.85 and 0.96.");
    }
  }

  @Override
  public String stream() {
    return "sliced copy";
  }

  @Override
  public void change(float[] spectra, int at, int points, int copy, RandomStream random) {
    WindowSlice.evenly(least, most, copies)
        .get(copy - 1)
        .apply(spectra, at, random, new AugmentationScratch(points));
  }
}
