package org.debye.spark.duplicate;

import java.io.Serializable;

/** What looking through spectra has come upon. */
sealed interface ScanAnswer extends Serializable permits Duplicate, ScanAnswer.TooLarge {

  /** A spectrum whose values are too large for the threshold to be told in doubles. */
  record TooLarge(String datasetId, long frame, double largest) implements ScanAnswer {}
}
