package org.debye.augmentation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;

/**
 * Augmentations one after another, each with a probability of its own. The order matters: a slice
 * after a warp may cut off what the warp moved to an end (section 7.2.5 of Sun's thesis).
 *
 * @param steps in the order in which they are applied; none leaves spectra as they are
 */
public record AugmentationChain(List<Step> steps) implements Serializable {

  /**
   * An augmentation that is applied to some spectra.
   *
   * @param probability that it is: 0 never, 1 always
   */
  public record Step(Augmentation augmentation, double probability) implements Serializable {
    public Step {
      if (!(probability >= 0 && probability <= 1)) {
        throw Parameter.refused(
            augmentation.toString(),
            "a probability of " + probability,
            "Give a number within 0 and 1.");
      }
    }
  }

  public AugmentationChain {
    steps = List.copyOf(steps);
  }

  /** Every step always. */
  public static AugmentationChain of(Augmentation... inOrder) {
    return withProbability(1, inOrder);
  }

  /** Every step with the same probability, independent of the others. */
  public static AugmentationChain withProbability(double probability, Augmentation... inOrder) {
    return new AugmentationChain(
        Arrays.stream(inOrder).map(one -> new Step(one, probability)).toList());
  }

  /** This chain, and then another. */
  public AugmentationChain then(AugmentationChain next) {
    return new AugmentationChain(Stream.concat(steps.stream(), next.steps.stream()).toList());
  }

  /**
   * Room for one thread's work on spectra of one length.
   *
   * @throws InputException INVALID_CONFIGURATION if a step cannot change spectra that short
   */
  public AugmentationScratch scratch(int points) {
    for (Step step : steps) {
      int least = step.augmentation().leastPoints();
      if (points < least) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            step.augmentation().toString(),
            "needs spectra of at least " + least + " points, got " + points,
            "Ask for fewer knots, or leave it out.");
      }
    }
    return new AugmentationScratch(points);
  }

  /**
   * Changes a spectrum in its place.
   *
   * @param spectra P finite values from {@code at}; modified
   * @param scratch made by {@link #scratch} for P points, of this thread
   * @throws IllegalArgumentException if a value is not finite or the spectrum is not there
   */
  public void apply(float[] spectra, int at, RandomStream random, AugmentationScratch scratch) {
    requireFinite(spectra, at, scratch.points());
    for (Step step : steps) {
      if (random.nextDouble() < step.probability()) {
        step.augmentation().apply(spectra, at, random, scratch);
      }
    }
  }

  private static void requireFinite(float[] spectra, int at, int points) {
    if (at < 0 || points > spectra.length - at) {
      throw new IllegalArgumentException(
          "a spectrum of %d points at %d of %d values".formatted(points, at, spectra.length));
    }
    for (int p = at; p < at + points; p++) {
      if (!Float.isFinite(spectra[p])) {
        throw new IllegalArgumentException(
            "the value at point " + (p - at) + " of a spectrum is " + spectra[p]);
      }
    }
  }
}
