package org.debye.spectra.text;

/** How spectra lie in a two-dimensional array. */
public enum MatrixLayout {
  SPECTRA_IN_ROWS,
  SPECTRA_IN_COLUMNS
}
