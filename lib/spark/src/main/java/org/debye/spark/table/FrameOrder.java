package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.Arrays;

/**
 * Which of some frames of a dataset a file holds.
 *
 * @param frames ascending
 * @param ascending whether the file holds them in that order, as tasks write them; compaction does
 *     not keep it
 */
record FrameOrder(long[] frames, boolean ascending) {

  /** Reads the two small columns of a file. */
  static FrameOrder of(TableScan scan, Row file, String datasetId, FrameSpan span)
      throws IOException {
    long[] frames = new long[16];
    int count = 0;
    boolean ascending = true;
    try (CloseableIterator<Row> rows = scan.rows(file)) {
      while (rows.hasNext()) {
        Row row = rows.next();
        if (span.holds(row.getLong(1)) && row.getString(0).equals(datasetId)) {
          if (count == frames.length) {
            frames = Arrays.copyOf(frames, 2 * count);
          }
          frames[count] = row.getLong(1);
          ascending &= count == 0 || frames[count] > frames[count - 1];
          count++;
        }
      }
    }
    long[] sorted = Arrays.copyOf(frames, count);
    Arrays.sort(sorted);
    return new FrameOrder(sorted, ascending);
  }

  int rows() {
    return frames.length;
  }
}
