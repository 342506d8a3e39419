package org.debye.jobs.study.encoder;

import java.io.Serializable;
import java.util.Arrays;
import org.debye.provenance.Digest;

/**
 * Labels that are given away.
 *
 * @param budget how many, as it is written
 * @param number of the draw within its run
 * @param training records that are learnt from
 * @param validation records that are stopped by
 * @param leftOut place of the dataset that gave none and is the only one judged; {@link #NOTHING}
 *     where all are
 */
record LabelDraw(String budget, int number, int[] training, int[] validation, int leftOut)
    implements Serializable {
  static final int NOTHING = -1;

  /** Whether a dataset is judged by what these labels teach. */
  boolean judges(int dataset) {
    return leftOut == NOTHING || leftOut == dataset;
  }

  /** Adds all that it is to what a cell is recognised by. */
  void addTo(Digest digest) {
    digest.add(budget).add((long) number);
    Arrays.stream(training).forEach(i -> digest.add((long) i));
    digest.add(-1L);
    Arrays.stream(validation).forEach(i -> digest.add((long) i));
    if (leftOut != NOTHING) {
      digest.add(-2L).add((long) leftOut);
    }
  }
}
