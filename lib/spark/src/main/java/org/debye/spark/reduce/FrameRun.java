package org.debye.spark.reduce;

import java.io.Serializable;
import org.debye.hdf5.FrameStack;

/**
 * A stretch of a dataset's spectra that one task makes without cutting a chunk in two.
 *
 * @param key digest of everything that its spectra depend on
 * @param slice the stack with only what this stretch needs
 * @param first spectrum, counted from 0 within the selection
 * @param count of spectra
 */
record FrameRun(
    String datasetId,
    String key,
    FrameStack slice,
    Recipe recipe,
    FrameSelection selection,
    FrameFacts facts,
    long first,
    int count)
    implements Serializable {

  /** Decoded bytes to go through, which is what the work grows with. */
  long weight() {
    return (long) count
        * selection.sum()
        * slice.moduleBytes()
        * Math.max(1, slice.placements().size());
  }
}
