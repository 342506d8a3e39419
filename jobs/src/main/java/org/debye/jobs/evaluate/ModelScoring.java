package org.debye.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.debye.classification.split.LabelledFrames;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.evaluation.transition.ClassificationConfidence;
import org.debye.evaluation.transition.TransitionBoundary;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.predict.ChosenModel;
import org.debye.jobs.report.SweepReport;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.spark.OpenSession;
import org.debye.spark.prediction.PredictionCell;
import org.debye.spark.prediction.PredictionOrder;
import org.debye.spark.prediction.PredictionRun;
import org.debye.spark.sweep.SweepSettings;
import org.debye.spark.sweep.SweepSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.ModelRow;
import org.debye.spark.table.PredictionRow;
import org.jspecify.annotations.Nullable;

/**
 * Puts predictions of the tables beside labels.
 *
 * @param datasets that are scored
 * @param frames with a label
 */
public record ModelScoring(Catalogue catalogue, List<DatasetRow> datasets, LabelledFrames frames) {
  private static final int MOST_PROBLEMS = 10;

  /**
   * Brings the predictions of a model into the tables, where they are missing.
   *
   * @param job that asks, with its configuration
   * @return what was done
   */
  public SweepSummary predict(
      JobContext context, String job, Record config, ChosenModel model, OtherAxis other) {
    OpenSession spark = OpenSession.of(job);
    PredictionOrder order =
        new PredictionOrder(
            spark.hadoop(),
            catalogue.location(),
            model.folder(),
            model.identity(),
            model.name(),
            other,
            0);
    SweepSettings settings =
        new SweepSettings(
            job, List.of(catalogue.location()), ConfigText.of(config), "", true, null);
    SweepSummary summary =
        PredictionRun.runWhereMissing(
            spark.session(),
            catalogue,
            order,
            datasets,
            settings,
            new SweepReport(context.console(), "datasets"));
    summary.problems().stream().limit(MOST_PROBLEMS).forEach(context.console()::line);
    return summary;
  }

  /**
   * Scores a model whose predictions are in the tables.
   *
   * @throws InputException where it is not known what the model has seen, and that matters
   */
  public ModelScore of(ChosenModel model, Part part) {
    ModelRow row = model.row();
    requireKnown(model, part);
    List<String> classes = model.card().classes();
    List<DatasetScore> scores = new ArrayList<>();
    long unknown = 0;
    for (DatasetRow dataset : datasets) {
      Map<Long, Integer> truth = new TreeMap<>();
      for (int i = 0; i < frames.count(); i++) {
        if (frames.datasets().get(i).equals(dataset.datasetId())) {
          int label = classes.indexOf(frames.labels().names().get(frames.labels().values()[i]));
          if (label < 0) {
            unknown++;
          } else {
            truth.put((long) frames.frames()[i], label);
          }
        }
      }
      List<PredictionRow> predictions =
          catalogue
              .predictions()
              .read(PredictionCell.id(model.name(), model.identity(), dataset.datasetId()));
      if (!predictions.isEmpty()) {
        scores.add(score(model, part, row, dataset, truth, predictions));
      }
    }
    return new ModelScore(model, part, scores, unknown);
  }

  /**
   * Makes sure that it is known what a model has seen, where that matters.
   *
   * @throws InputException where it is not
   */
  public static void requireKnown(ChosenModel model, Part part) {
    if (part == Part.UNSEEN && model.row() == null) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          model.folder(),
          "the table of models does not have it, so that nobody knows which frames it has seen",
          "Set part=all, or name a model that was trained in this catalogue.");
    }
  }

  private static DatasetScore score(
      ChosenModel model,
      Part part,
      @Nullable ModelRow row,
      DatasetRow dataset,
      Map<Long, Integer> truth,
      List<PredictionRow> predictions) {
    List<String> classes = model.card().classes();
    int k = classes.size();
    double[] probabilities = new double[predictions.size() * k];
    int[] answers = new int[predictions.size()];
    List<Integer> counting = new ArrayList<>();
    for (int i = 0; i < predictions.size(); i++) {
      PredictionRow one = predictions.get(i);
      for (int c = 0; c < k; c++) {
        probabilities[i * k + c] = one.probabilities().getOrDefault(classes.get(c), 0.0);
        int best = i * k + answers[i];
        answers[i] = probabilities[i * k + c] > probabilities[best] ? c : answers[i];
      }
      boolean counts =
          truth.containsKey(one.frame())
              && (row == null || part.has(row, one.datasetId(), one.frame()));
      if (counts) {
        counting.add(i);
      }
    }
    int[] labels = truth.values().stream().mapToInt(Integer::intValue).toArray();
    return new DatasetScore(
        dataset.datasetId(),
        dataset.name(),
        predictions.stream().mapToLong(PredictionRow::frame).toArray(),
        answers,
        ClassificationConfidence.of(answers),
        TransitionBoundary.of(answers),
        truth.keySet().stream().mapToLong(Long::longValue).toArray(),
        labels,
        labels.length == 0 ? List.of() : TransitionBoundary.of(labels),
        scored(k, counting, predictions, truth, probabilities));
  }

  private static @Nullable ClassProbabilities scored(
      int k,
      List<Integer> counting,
      List<PredictionRow> predictions,
      Map<Long, Integer> truth,
      double[] probabilities) {
    if (counting.isEmpty()) {
      return null;
    }
    double[] values = new double[counting.size() * k];
    IntStream.range(0, counting.size())
        .forEach(i -> System.arraycopy(probabilities, counting.get(i) * k, values, i * k, k));
    int[] labels =
        counting.stream()
            .mapToInt(i -> truth.getOrDefault(predictions.get(i).frame(), -1))
            .toArray();
    return new ClassProbabilities(k, labels, values);
  }
}
