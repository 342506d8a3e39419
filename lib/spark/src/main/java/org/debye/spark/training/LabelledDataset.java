package org.debye.spark.training;

import java.io.Serializable;

/**
 * Frames of one dataset that are learnt from or checked by.
 *
 * @param datasetId as in the table {@code spectra}
 * @param frames ascending
 * @param labels class of each frame
 * @param ids of each frame, unique among all datasets: what dropout and augmentation are drawn by
 */
public record LabelledDataset(String datasetId, long[] frames, int[] labels, long[] ids)
    implements Serializable {
  public LabelledDataset {
    if (frames.length != labels.length || frames.length != ids.length) {
      throw new IllegalArgumentException(
          frames.length + " frames, " + labels.length + " labels, " + ids.length + " ids");
    }
    for (int i = 1; i < frames.length; i++) {
      if (frames[i] <= frames[i - 1]) {
        throw new IllegalArgumentException("frames of " + datasetId + " do not ascend");
      }
    }
  }
}
