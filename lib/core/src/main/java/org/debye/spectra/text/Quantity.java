package org.debye.spectra.text;

/**
 * What an X-ray absorption file holds of the sample, by the column names of the XDI dictionary: the
 * quantity itself, else made from the detectors.
 */
public enum Quantity {
  /** mutrans, else ln(i0 / itrans). */
  TRANSMISSION,
  /** mufluor, else ifluor / i0. */
  FLUORESCENCE,
  /** murefer, else ln(itrans / irefer): the foil behind the sample. */
  REFERENCE,
  /** normtrans. */
  NORMALISED_TRANSMISSION,
  /** normfluor. */
  NORMALISED_FLUORESCENCE
}
