package org.debye.jobs.study.absorption;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.evaluation.classification.ClassScores;
import org.debye.spark.sweep.CellValues;

/**
 * Numbers of a cell's answers.
 *
 * @param classes their names
 * @param frames of the N test sites
 * @param truth their classes
 * @param answers probabilities for them as they are, then for each shift and each noise, row major
 */
record TestScores(List<String> classes, long[] frames, int[] truth, double[] answers) {
  static final String MACRO_F1 = "macro_f1";
  static final String CLASS_F1 = "class_f1";
  static final String PROBABILITIES = "probabilities";
  static final String TRUTH = "truth";
  static final String FRAMES = "frames";
  static final String SHIFT_F1 = "macro_f1_by_test_shift";
  static final String NOISE_F1 = "macro_f1_by_test_noise";

  /**
   * Metrics and arrays.
   *
   * @param shifts how many
   * @param noises how many
   */
  CellValues values(int shifts, int noises) {
    ClassProbabilities plain = part(0);
    ClassScores scores = plain.confusion().scores();
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put(MACRO_F1, scores.macro().f1());
    metrics.put("accuracy", plain.confusion().accuracy());
    for (int k = 0; k < classes.size(); k++) {
      metrics.put("f1_" + classes.get(k), scores.f1()[k]);
    }
    Map<String, double[]> arrays = new TreeMap<>();
    arrays.put(CLASS_F1, scores.f1());
    arrays.put(PROBABILITIES, plain.values());
    arrays.put(TRUTH, Arrays.stream(truth).asDoubleStream().toArray());
    arrays.put(FRAMES, Arrays.stream(frames).asDoubleStream().toArray());
    arrays.put(SHIFT_F1, macro(1, shifts));
    arrays.put(NOISE_F1, macro(1 + shifts, noises));
    return CellValues.of(metrics, arrays);
  }

  private double[] macro(int first, int parts) {
    double[] macro = new double[parts];
    Arrays.setAll(macro, i -> part(first + i).confusion().scores().macro().f1());
    return macro;
  }

  private ClassProbabilities part(int number) {
    int size = truth.length * classes.size();
    return new ClassProbabilities(
        classes.size(), truth, Arrays.copyOfRange(answers, number * size, (number + 1) * size));
  }
}
