package org.debye.spectra.absorption;

/** What came of looking at a spectrum: it is taken, or there is a reason not to. */
public sealed interface Screened {

  /** A sound spectrum, normalised. */
  record Taken(NormalisedAbsorption spectrum) implements Screened {}

  /**
   * A spectrum that is left out.
   *
   * @param problem what is wrong, with numbers, without a full stop
   */
  record Discarded(DiscardReason reason, String problem) implements Screened {}
}
