package org.debye.spark.reduce;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.debye.hdf5.StackMetadata;

/**
 * Times and conditions of a stretch of spectra, cut out of the whole stack's so that a task is sent
 * no more than it needs. NaN where not known.
 *
 * @param time s since the stack's first frame, of each spectrum's first frame
 * @param exposure s, summed over the frames of each spectrum
 * @param conditions means over the frames of each spectrum
 */
record FrameFacts(double[] time, double[] exposure, Map<String, double[]> conditions)
    implements Serializable {

  static FrameFacts of(StackMetadata metadata, FrameSelection selection, long first, int count) {
    double[] time = new double[count];
    double[] exposure = new double[count];
    Map<String, double[]> conditions = new TreeMap<>();
    metadata.conditions().keySet().forEach(name -> conditions.put(name, new double[count]));
    for (int i = 0; i < count; i++) {
      long frame = selection.frame(first + i);
      time[i] = metadata.time(frame);
      for (int k = 0; k < selection.sum(); k++) {
        long added = frame + (long) k * selection.step();
        exposure[i] += metadata.exposure(added);
        for (Map.Entry<String, double[]> condition : conditions.entrySet()) {
          condition.getValue()[i] +=
              metadata.condition(condition.getKey(), added) / selection.sum();
        }
      }
    }
    return new FrameFacts(time, exposure, conditions);
  }

  /** The known conditions of a spectrum. */
  Map<String, Double> conditions(int index) {
    Map<String, Double> known = new TreeMap<>();
    conditions.forEach(
        (name, values) -> {
          if (!Double.isNaN(values[index])) {
            known.put(name, values[index]);
          }
        });
    return known;
  }
}
