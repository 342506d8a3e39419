package org.debye.spectra.absorption;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How a spectrum is normalised. What is null follows from the spectrum by the rules of Larch
 * ({@link NormalisationWindows}).
 *
 * @param e0 energy of the edge, eV; null to look for it
 * @param step edge step, positive; null to take it from the polynomials
 * @param pre1 where the line below the edge begins, eV from e0
 * @param pre2 where it ends
 * @param norm1 where the polynomial above the edge begins, eV from e0
 * @param norm2 where it ends; at the last energy where it lies beyond or is negative
 * @param degree of the polynomial above the edge, 0 to 5: nnorm
 * @param victoreen the line is fitted to mu E^n: nvict
 */
public record NormalisationSettings(
    @Nullable Double e0,
    @Nullable Double step,
    @Nullable Double pre1,
    @Nullable Double pre2,
    @Nullable Double norm1,
    @Nullable Double norm2,
    @Nullable Integer degree,
    int victoreen)
    implements Serializable {
  /** Largest degree above the edge: MAX_NNORM of Larch. */
  public static final int MAX_DEGREE = 5;

  public NormalisationSettings {
    if (step != null && !(step > 0)) {
      throw new IllegalArgumentException("edge step " + step);
    }
    if (degree != null && (degree < 0 || degree > MAX_DEGREE)) {
      throw new IllegalArgumentException("degree " + degree + " is not within 0 and 5");
    }
    if (victoreen < 0 || victoreen > 4) {
      throw new IllegalArgumentException("victoreen " + victoreen + " is not within 0 and 4");
    }
  }

  /** Everything by the rules. */
  public static NormalisationSettings larch() {
    return new NormalisationSettings(null, null, null, null, null, null, null, 0);
  }

  /** The same with the edge given. */
  public NormalisationSettings withE0(double energy) {
    return new NormalisationSettings(energy, step, pre1, pre2, norm1, norm2, degree, victoreen);
  }
}
