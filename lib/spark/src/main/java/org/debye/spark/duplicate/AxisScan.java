package org.debye.spark.duplicate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.debye.spectra.duplicate.DuplicateRemoval;
import org.jspecify.annotations.Nullable;

/**
 * Looks through spectra that come axis by axis, each axis in the order of dataset ids and frames.
 * Of an axis only the kept spectra and the places of all are in memory.
 *
 * @param threshold of the mean absolute difference
 */
record AxisScan(double threshold) implements Serializable {
  private static final int SAMPLE = 2000;

  /** The duplicates of a partition: rows of axis, dataset, frame, intensity. */
  Iterator<ScanAnswer> of(Iterator<Row> rows) {
    List<ScanAnswer> found = new ArrayList<>();
    List<Row> waiting = new ArrayList<>();
    OneAxis axis = null;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (axis == null || !axis.id.equals(row.getString(0))) {
        end(axis, waiting, found);
        axis = new OneAxis(row.getString(0));
      }
      waiting.add(row);
      if (axis.removal != null || waiting.size() == SAMPLE) {
        end(axis, waiting, found);
      }
    }
    end(axis, waiting, found);
    return found.iterator();
  }

  private void end(@Nullable OneAxis axis, List<Row> waiting, List<ScanAnswer> found) {
    if (axis != null && !waiting.isEmpty()) {
      axis.take(waiting, found);
      waiting.clear();
    }
  }

  /** One axis on the way. */
  private final class OneAxis {
    private final String id;
    private final List<String> datasets = new ArrayList<>();
    private final List<Long> frames = new ArrayList<>();
    private @Nullable DuplicateRemoval removal;

    OneAxis(String id) {
      this.id = id;
    }

    void take(List<Row> rows, List<ScanAnswer> found) {
      List<float[]> spectra = rows.stream().map(row -> floats(row.getList(3))).toList();
      DuplicateRemoval all = removal == null ? like(spectra) : removal;
      removal = all;
      for (int i = 0; i < spectra.size(); i++) {
        float[] one = spectra.get(i);
        if (isFinite(one)) {
          String dataset = rows.get(i).getString(1);
          long frame = rows.get(i).getLong(2);
          double largest = largest(one);
          if (!DuplicateRemoval.resolves(threshold, one.length, largest)) {
            found.add(new ScanAnswer.TooLarge(dataset, frame, largest));
            continue;
          }
          datasets.add(dataset);
          frames.add(frame);
          int of = all.add(one, 0);
          if (of != DuplicateRemoval.KEPT) {
            found.add(new Duplicate(id, dataset, frame, datasets.get(of), frames.get(of)));
          }
        }
      }
    }

    private DuplicateRemoval like(List<float[]> spectra) {
      int points = spectra.get(0).length;
      List<float[]> finite = spectra.stream().filter(AxisScan::isFinite).toList();
      float[] sample = new float[finite.size() * points];
      for (int i = 0; i < finite.size(); i++) {
        System.arraycopy(finite.get(i), 0, sample, i * points, points);
      }
      return DuplicateRemoval.like(points, threshold, sample);
    }
  }

  private static float[] floats(List<Float> values) {
    float[] out = new float[values.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = values.get(i);
    }
    return out;
  }

  private static double largest(float[] spectrum) {
    double largest = 0;
    for (float value : spectrum) {
      largest = Math.max(largest, Math.abs((double) value));
    }
    return largest;
  }

  /** One with a gap is like no other: it is kept. */
  private static boolean isFinite(float[] spectrum) {
    for (float value : spectrum) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
