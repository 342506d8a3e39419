package org.debye.learning.predict;

import java.util.Locale;

/** Which of its layers an encoder's representation of a spectrum is taken from. */
public enum RepresentationLayer {
  /** What the encoder ends with, and a linear layer learns on. */
  REPRESENTATION,
  /** What the head of a contrastive loss makes of it, of length 1. */
  PROJECTION;

  /** As tables spell it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
