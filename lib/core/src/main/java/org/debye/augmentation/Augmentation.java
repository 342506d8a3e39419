package org.debye.augmentation;

import java.io.Serializable;
import org.debye.numeric.RandomStream;

/**
 * A random change of a spectrum that leaves its class as it is. Sun's thesis, sections 6.2.1, 7.1.2
 * and 7.2.5, and the program beside it; the warps are those of Um et al. 2017 (ICMI, 216-220).
 *
 * <p>Immutable; any number of threads may share one. What it does depends on the spectrum and the
 * stream alone.
 */
public sealed interface Augmentation extends Serializable
    permits Jitter, Scaling, MagnitudeWarp, AngleWarp, WindowSlice, EnergyShift, UnitRange {

  /** The shortest spectrum that it can change. */
  default int leastPoints() {
    return 2;
  }

  /**
   * Changes a spectrum in its place. Does not look whether values are finite, as {@link
   * AugmentationChain} does.
   *
   * @param spectra {@code scratch.points()} finite values from {@code at}; modified
   * @param scratch of this thread, for at least {@link #leastPoints}
   */
  void apply(float[] spectra, int at, RandomStream random, AugmentationScratch scratch);
}
