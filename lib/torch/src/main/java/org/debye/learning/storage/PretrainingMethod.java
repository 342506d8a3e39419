package org.debye.learning.storage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Ways to learn representations: chapters 6 and 7 of Sun's thesis. */
public enum PretrainingMethod {
  /** Views of one class together (section 6.1). */
  SUPERVISED_CONTRAST,
  /** Relations between samples and within them (Fan et al. 2020 on the thesis's encoder). */
  SPECSELFTIME,
  /** The same, and along an external variable. */
  SPECRR,
  /** Momentum contrast alone. */
  SPECMOCO,
  /** Relations and momentum contrast. */
  SPECRRMOCO;

  /** As the key {@code model} spells it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<PretrainingMethod> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
  }

  /** Whether the classes of the spectra are told to it. */
  public boolean needsLabels() {
    return this == SUPERVISED_CONTRAST;
  }
}
