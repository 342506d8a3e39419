package org.debye.spectra.absorption;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an Athena project says of a group's normalisation: {@code bkg_e0}, {@code bkg_pre1}, {@code
 * bkg_pre2}, {@code bkg_nor1}, {@code bkg_nor2}, {@code bkg_nnorm}, a fixed {@code bkg_step}, and
 * the shift {@code bkg_eshift} that all energies are meant after. Athena counts the terms of the
 * polynomial above the edge: a quadratic one is 3.
 *
 * @param shift eV
 */
record AthenaParameters(NormalisationSettings settings, double shift) {
  static final AthenaParameters NONE = new AthenaParameters(NormalisationSettings.larch(), 0);

  /** Of a group's metadata; {@link #NONE} of a file of another kind. */
  static AthenaParameters of(Map<String, String> metadata) {
    Double e0 = number(metadata, "bkg_e0");
    if (e0 == null) {
      return NONE;
    }
    Double terms = number(metadata, "bkg_nnorm");
    Double step = number(metadata, "bkg_step");
    Double fixed = number(metadata, "bkg_fixstep");
    Double shift = number(metadata, "bkg_eshift");
    boolean given = step != null && step > 0 && fixed != null && fixed == 1;
    return new AthenaParameters(
        new NormalisationSettings(
            e0,
            given ? step : null,
            number(metadata, "bkg_pre1"),
            number(metadata, "bkg_pre2"),
            number(metadata, "bkg_nor1"),
            number(metadata, "bkg_nor2"),
            terms == null ? null : Math.min(Math.max(terms.intValue() - 1, 0), 2),
            0),
        shift == null ? 0 : shift);
  }

  private static @Nullable Double number(Map<String, String> metadata, String key) {
    String text = metadata.get(key);
    try {
      return text == null ? null : Double.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
