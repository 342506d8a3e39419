package org.debye.spark.reduce;

import org.debye.provenance.Digest;

/** Digests of the settings that change a spectrum, and of nothing else. */
final class ConfigHash {
  /** Raised when the same settings come to mean other spectra. */
  private static final int MEANING = 1;

  private ConfigHash() {}

  /**
   * Of all of them. Where files are, and what is tried again, does not count; what they hold does.
   */
  static String of(ReduceSettings settings, CorrectionImages images) {
    return new Digest()
        .add((long) MEANING)
        .add(settings.plan().dataset())
        .add(settings.plan().conditions())
        .add(settings.frames())
        .add(settings.geometry())
        .add(settings.corrections().rules())
        .add((Object) settings.corrections().fileFlat())
        .add(images.digest())
        .add(settings.integration())
        .add(settings.baseline())
        .hex();
  }

  /** Of the mask's images and rules. */
  static String mask(ReduceSettings settings, CorrectionImages images) {
    return new Digest().add(settings.corrections().rules()).add(images.mask()).hex();
  }
}
