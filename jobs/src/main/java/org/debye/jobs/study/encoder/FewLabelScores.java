package org.debye.jobs.study.encoder;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.evaluation.classification.ClassScores.ClassMean;
import org.debye.evaluation.classification.ProbabilityScores;
import org.debye.evaluation.transition.BoundaryError;
import org.debye.learning.predict.Prediction;

/**
 * Scores of what few labels have taught, dataset by dataset, over the frames whose labels were not
 * given away; boundaries over all frames.
 */
final class FewLabelScores {
  /** What is scored; arrays of a cell are named {@code BUDGET/DATASET/MEASURE}. */
  enum Measure {
    PRECISION,
    RECALL,
    CALIBRATION_ERROR,
    BOUNDARY_FRAMES,
    BOUNDARIES_MISSED;

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final EncoderTask task;
  private final Map<String, double[]> arrays = new TreeMap<>();

  FewLabelScores(EncoderTask task) {
    this.task = task;
  }

  /** The name of an array, one value a draw. */
  static String array(String budget, String dataset, Measure measure) {
    return budget + "/" + dataset + "/" + measure.key();
  }

  /** The name of the array with the probabilities of the first draw, frame by frame. */
  static String probabilities(String budget, String dataset) {
    return budget + "/" + dataset + "/probabilities";
  }

  /**
   * Adds a draw.
   *
   * @param rows probabilities of all frames, row major
   * @param draws of this budget in all
   */
  void add(LabelDraw draw, double[] rows, int draws) {
    BitSet given = new BitSet();
    Arrays.stream(draw.training()).forEach(given::set);
    Arrays.stream(draw.validation()).forEach(given::set);
    int classes = task.classes().size();
    for (int d = 0; d < task.datasets().size(); d++) {
      if (!draw.judges(d)) {
        continue;
      }
      int from = task.first(d);
      int[] labels = task.datasets().get(d).labels();
      double[] own = Arrays.copyOfRange(rows, from * classes, (from + labels.length) * classes);
      if (draw.number() == 0) {
        arrays.put(probabilities(draw.budget(), task.names().get(d)), own);
      }
      score(draw, d, labels, own, tested(labels.length, from, given), draws);
    }
  }

  private static int[] tested(int frames, int from, BitSet given) {
    return java.util.stream.IntStream.range(0, frames).filter(i -> !given.get(from + i)).toArray();
  }

  private void score(
      LabelDraw draw, int dataset, int[] labels, double[] rows, int[] tested, int draws) {
    int classes = task.classes().size();
    int[] answers = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      answers[i] =
          Prediction.of(Arrays.copyOfRange(rows, i * classes, (i + 1) * classes)).likeliest();
    }
    BoundaryError boundary = BoundaryError.of(labels, answers);
    put(draw, dataset, Measure.BOUNDARY_FRAMES, boundary.frames(), draws);
    put(draw, dataset, Measure.BOUNDARIES_MISSED, boundary.missed(), draws);
    if (tested.length == 0) {
      return;
    }
    int[] truth = Arrays.stream(tested).map(i -> labels[i]).toArray();
    double[] values = new double[tested.length * classes];
    for (int i = 0; i < tested.length; i++) {
      System.arraycopy(rows, tested[i] * classes, values, i * classes, classes);
    }
    ClassProbabilities probabilities = new ClassProbabilities(classes, truth, values);
    ClassMean weighted = probabilities.confusion().scores().weighted();
    put(draw, dataset, Measure.PRECISION, weighted.precision(), draws);
    put(draw, dataset, Measure.RECALL, weighted.recall(), draws);
    put(
        draw,
        dataset,
        Measure.CALIBRATION_ERROR,
        ProbabilityScores.of(probabilities).calibrationError(),
        draws);
  }

  private void put(LabelDraw draw, int dataset, Measure measure, double value, int draws) {
    arrays
            .computeIfAbsent(
                array(draw.budget(), task.names().get(dataset), measure),
                none -> {
                  double[] empty = new double[draws];
                  Arrays.fill(empty, Double.NaN);
                  return empty;
                })[draw.number()] =
        value;
  }

  /** By name. */
  Map<String, double[]> arrays() {
    return arrays;
  }

  /** Means over draws and over the datasets of each group. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>();
    arrays.keySet().stream()
        .map(name -> name.substring(0, name.indexOf('/')))
        .distinct()
        .forEach(
            budget -> {
              for (int g = 0; g < task.groups().size(); g++) {
                for (Measure measure : Measure.values()) {
                  metrics.put(
                      budget + "/" + task.groupNames().get(g) + "/" + measure.key(),
                      mean(budget, task.groups().get(g), measure));
                }
              }
            });
    return metrics;
  }

  private double mean(String budget, int[] datasets, Measure measure) {
    return Arrays.stream(datasets)
        .mapToObj(d -> arrays.get(array(budget, task.names().get(d), measure)))
        .filter(java.util.Objects::nonNull)
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }
}
