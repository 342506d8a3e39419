package org.debye.jobs.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.debye.evaluation.classification.AbstentionCurve;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.figures.BinCountPlot;
import org.debye.figures.ClassStrips;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.Figure;
import org.debye.figures.ScaledAxis;
import org.debye.jobs.value.DistinctNames;
import org.debye.learning.checkpoint.Architecture;
import org.debye.spark.table.ModelRow;
import org.jspecify.annotations.Nullable;

/** Pictures of scores. */
record ScoreFigures(List<ModelScore> scores) {
  private static final int STEPS = 100;
  private static final int MOST_DATASETS = 12;
  private static final int MOST_STRIPS = 24;

  /** By file name; those of which there is nothing to draw are left out. */
  Map<String, Figure> all() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    DistinctNames models = new DistinctNames();
    for (ModelScore score : scores) {
      ClassProbabilities pooled = score.pooled();
      if (pooled != null) {
        String file = models.of(score.model().name());
        figures.put("abstention-" + file, abstention(score, AbstentionCurve.of(pooled)));
      }
    }
    DistinctNames files = new DistinctNames();
    for (String id : datasets()) {
      String file = files.of(name(id));
      figures.put("classes-" + file, classes(id));
      bins(id).ifPresent(figure -> figures.put("bins-" + file, figure));
    }
    return figures;
  }

  /** Ids of the first datasets. */
  private List<String> datasets() {
    return scores.stream()
        .flatMap(score -> score.datasets().stream())
        .map(DatasetScore::datasetId)
        .distinct()
        .limit(MOST_DATASETS)
        .toList();
  }

  private String name(String datasetId) {
    return of(datasetId).values().iterator().next().name();
  }

  /** Scores of a dataset, by model. */
  private Map<ModelScore, DatasetScore> of(String datasetId) {
    Map<ModelScore, DatasetScore> found = new LinkedHashMap<>();
    for (ModelScore score : scores) {
      score.datasets().stream()
          .filter(one -> one.datasetId().equals(datasetId))
          .forEach(one -> found.put(score, one));
    }
    return found;
  }

  /** Class of each frame by each model, and by its label (thesis, Figs 4.5 and 5.10). */
  private Figure classes(String datasetId) {
    Map<ModelScore, DatasetScore> found = of(datasetId);
    List<String> classes = new ArrayList<>();
    TreeSet<Long> frames = new TreeSet<>();
    found.forEach(
        (score, one) -> {
          for (String name : score.model().card().classes()) {
            if (!classes.contains(name)) {
              classes.add(name);
            }
          }
          Arrays.stream(one.frames()).forEach(frames::add);
        });
    long[] all = frames.stream().mapToLong(Long::longValue).toArray();
    List<ClassStrips.Strip> strips = new ArrayList<>();
    Map.Entry<ModelScore, DatasetScore> first = found.entrySet().iterator().next();
    strips.add(
        new ClassStrips.Strip(
            "labels",
            strip(
                all,
                first.getValue().labelled(),
                first.getValue().labels(),
                first.getKey(),
                classes)));
    found.forEach(
        (score, one) -> {
          if (strips.size() < MOST_STRIPS) {
            strips.add(
                new ClassStrips.Strip(
                    score.model().name(), strip(all, one.frames(), one.answers(), score, classes)));
          }
        });
    return new ClassStrips(
        name(datasetId) + ", classes",
        ScaledAxis.linear("Frame", Arrays.stream(all).mapToDouble(i -> i).toArray()),
        classes,
        strips);
  }

  private static int[] strip(
      long[] all, long[] frames, int[] labels, ModelScore score, List<String> classes) {
    int[] strip = new int[all.length];
    Arrays.fill(strip, -1);
    for (int i = 0; i < frames.length; i++) {
      int place = Arrays.binarySearch(all, frames[i]);
      if (place >= 0) {
        strip[place] = classes.indexOf(score.model().card().classes().get(labels[i]));
      }
    }
    return strip;
  }

  /** Confidence, epochs and time over the number of bins (thesis, Figs 4.6 and 5.9). */
  private Optional<Figure> bins(String datasetId) {
    Map<String, TreeMap<Integer, Map.Entry<ModelScore, DatasetScore>>> kinds = new TreeMap<>();
    for (Map.Entry<ModelScore, DatasetScore> one : of(datasetId).entrySet()) {
      Architecture network = one.getKey().model().card().architecture();
      Object bins = network.hyperparameters().values().get("bins");
      if (bins instanceof Long count) {
        kinds.computeIfAbsent(network.name(), none -> new TreeMap<>()).put(count.intValue(), one);
      }
    }
    List<BinCountPlot.Model> models = new ArrayList<>();
    kinds.forEach(
        (kind, byCount) -> {
          if (byCount.size() > 1) {
            models.add(
                new BinCountPlot.Model(
                    kind,
                    byCount.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    numbers(byCount, one -> one.getValue().confidence().value()),
                    numbers(byCount, one -> epochs(one.getKey().model().row())),
                    numbers(byCount, one -> seconds(one.getKey().model().row()))));
          }
        });
    return models.isEmpty()
        ? Optional.empty()
        : Optional.of(new BinCountPlot(name(datasetId) + ", networks in bins", models));
  }

  private static double[] numbers(
      TreeMap<Integer, Map.Entry<ModelScore, DatasetScore>> all,
      ToDoubleFunction<Map.Entry<ModelScore, DatasetScore>> of) {
    return all.values().stream().mapToDouble(of).toArray();
  }

  private static double epochs(@Nullable ModelRow row) {
    return row == null ? Double.NaN : row.epochs();
  }

  private static double seconds(@Nullable ModelRow row) {
    return row == null ? Double.NaN : row.seconds();
  }

  /** Accuracy of the answers that are given, over the share that is given. */
  private static Figure abstention(ModelScore score, AbstentionCurve curve) {
    double[] coverage = new double[STEPS];
    double[] accuracy = new double[STEPS];
    double[] threshold = new double[STEPS];
    int at = 0;
    for (int i = 0; i < STEPS; i++) {
      double share = (i + 1.0) / STEPS;
      while (at + 1 < curve.coverage().length && curve.coverage()[at] < share) {
        at++;
      }
      coverage[i] = 100 * share;
      accuracy[i] = 100 * curve.accuracy()[at];
      threshold[i] = 100 * curve.thresholds()[at];
    }
    return new CurvePanels(
        score.model().name() + ", what abstaining buys",
        ScaledAxis.linear("Frames answered (%)", coverage),
        List.of(
            Panel.of("", "Accuracy (%)", List.of(new Curve("accuracy", accuracy, Look.LINE))),
            Panel.of(
                "",
                "Least probability (%)",
                List.of(new Curve("threshold", threshold, Look.LINE)))),
        CurvePanels.Span.none());
  }
}
