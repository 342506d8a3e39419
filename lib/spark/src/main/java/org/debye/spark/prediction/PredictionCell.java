package org.debye.spark.prediction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.evaluation.transition.ClassificationConfidence;
import org.debye.evaluation.transition.TransitionBoundary;
import org.debye.failure.InputException;
import org.debye.learning.predict.Prediction;
import org.debye.learning.predict.SpectraModel;
import org.debye.learning.weight.Placement;
import org.debye.spark.sweep.CellOutcome;
import org.debye.spark.sweep.CellPrediction;
import org.debye.spark.sweep.CellValues;
import org.debye.spark.sweep.SweepCell;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;

/**
 * One dataset, classified by one model: a row with its boundaries and confidence, and a prediction
 * for each frame.
 *
 * @param frames of the dataset
 * @param state what the dataset's rows are recognised by: they may be reduced again
 */
public record PredictionCell(PredictionOrder order, String datasetId, long frames, String state)
    implements SweepCell {
  private static final long serialVersionUID = 1L;

  /** The label of a frame of which no class is probable enough. */
  public static final String ABSTAINED = "abstained";

  /** The parameter that changes labels and no probability. */
  static final String THRESHOLD = "threshold";

  private static final ModelShelf<SpectraModel> MODELS =
      new ModelShelf<>(store -> SpectraModel.open(store, Placement.CPU), SpectraModel::close);

  private static final int TOGETHER = 512;
  private static final double SECONDS_A_FRAME = 5e-4;

  /** The cell of a dataset. */
  public static PredictionCell of(PredictionOrder order, DatasetRow dataset) {
    return new PredictionCell(
        order,
        dataset.datasetId(),
        dataset.frames(),
        dataset.fingerprint() + " " + dataset.facts().configHash() + " " + dataset.runId());
  }

  /** The id of the cell, and of its predictions. */
  public static String id(String model, String identity, String datasetId) {
    return model + "/" + identity + "/" + datasetId;
  }

  @Override
  public String id() {
    return id(order.model(), order.identity(), datasetId);
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("model", order.model());
    parameters.put("identity", order.identity());
    parameters.put("dataset_id", datasetId);
    parameters.put("dataset_state", state);
    parameters.put("other_axis", order.other().name());
    parameters.put(THRESHOLD, Double.toString(order.threshold()));
    return parameters;
  }

  @Override
  public double cost() {
    return 0.05 + frames * SECONDS_A_FRAME;
  }

  @Override
  public String kind() {
    return "prediction 1";
  }

  @Override
  public CellOutcome run() {
    ModelShelf.Title title = new ModelShelf.Title(order.folder(), order.identity());
    return MODELS.with(title, order.hadoop(), this::run);
  }

  private CellOutcome run(SpectraModel model) {
    Catalogue catalogue = Catalogue.at(order.catalogue(), order.hadoop().configuration());
    Map<String, SpectralAxis> axes = catalogue.axes().all();
    Answers answers = new Answers(model);
    try (SpectrumStream rows = catalogue.spectra().read(datasetId)) {
      List<SpectrumRow> some = new ArrayList<>();
      while (rows.hasNext()) {
        SpectrumRow row = rows.next();
        boolean otherAxis = !some.isEmpty() && !some.get(0).axisId().equals(row.axisId());
        boolean full = some.size() == TOGETHER && !model.looksAtNeighbours();
        if (otherAxis || full) {
          answers.add(axes, some);
          some.clear();
        }
        some.add(row);
      }
      if (!some.isEmpty()) {
        answers.add(axes, some);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers.outcome();
  }

  /** What the model says, frame by frame. */
  private final class Answers {
    private final SpectraModel model;
    private final List<CellPrediction> predictions = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private double entropy;
    private long abstained;
    private long nanos;

    Answers(SpectraModel model) {
      this.model = model;
    }

    void add(Map<String, SpectralAxis> axes, List<SpectrumRow> rows) {
      SpectralAxis axis = axes.get(rows.get(0).axisId());
      if (axis == null) {
        throw new IllegalStateException("no axis " + rows.get(0).axisId() + " in the table");
      }
      try {
        keep(rows, predict(axis, rows));
      } catch (InputException e) {
        if (rows.size() == 1 && !model.looksAtNeighbours()) {
          problems.add("frame " + rows.get(0).frame() + ": " + e.getMessage());
        } else if (model.looksAtNeighbours()) {
          throw e;
        } else {
          rows.forEach(row -> add(axes, List.of(row)));
        }
      }
    }

    private List<Prediction> predict(SpectralAxis axis, List<SpectrumRow> rows) {
      List<Spectrum> spectra = rows.stream().map(SpectrumRow::spectrum).toList();
      long begun = System.nanoTime();
      List<Prediction> found = model.predict(axis, spectra, order.other(), datasetId);
      nanos += System.nanoTime() - begun;
      return found;
    }

    private void keep(List<SpectrumRow> rows, List<Prediction> found) {
      for (int i = 0; i < rows.size(); i++) {
        Prediction one = found.get(i);
        boolean abstains = one.abstains(order.threshold());
        abstained += abstains ? 1 : 0;
        entropy += one.entropy();
        labels.add(one.likeliest());
        numbers.add(rows.get(i).frame());
        Map<String, Double> probabilities = new TreeMap<>();
        for (int k = 0; k < one.probabilities().length; k++) {
          probabilities.put(model.classes().get(k), one.probabilities()[k]);
        }
        predictions.add(
            new CellPrediction(
                order.model(),
                datasetId,
                rows.get(i).frame(),
                abstains ? ABSTAINED : model.classes().get(one.likeliest()),
                probabilities,
                one.entropy()));
      }
    }

    CellOutcome outcome() {
      if (labels.isEmpty()) {
        return new CellOutcome.Failed(
            org.debye.failure.FailureCode.NON_FINITE_SPECTRA,
            problems.isEmpty() ? datasetId + " has no spectrum" : problems.get(0));
      }
      CellValues values = CellValues.of(metrics(), boundaries()).withPredictions(predictions);
      return problems.isEmpty()
          ? new CellOutcome.Done(values)
          : new CellOutcome.Flagged(
              "FRAMES_LEFT_OUT",
              "%d of %d frames have no prediction; the first, %s"
                  .formatted(problems.size(), problems.size() + labels.size(), problems.get(0)),
              values);
    }

    private Map<String, Double> metrics() {
      int n = labels.size();
      Map<String, Double> metrics = new TreeMap<>();
      metrics.put("frames", (double) n);
      metrics.put("abstained", (double) abstained);
      metrics.put("mean_entropy", entropy / n);
      metrics.put("confidence", ClassificationConfidence.of(inOrder()).value());
      metrics.put("prediction_seconds", nanos * 1e-9);
      return metrics;
    }

    /** Frames that begin a class, and between which they are ambiguous. */
    private Map<String, double[]> boundaries() {
      List<TransitionBoundary> found = TransitionBoundary.of(inOrder());
      Map<String, double[]> arrays = new TreeMap<>();
      arrays.put("boundary_before", of(found, TransitionBoundary::before));
      arrays.put("boundary_after", of(found, TransitionBoundary::after));
      arrays.put("boundary_frame", of(found, one -> frame(one.frame())));
      arrays.put("boundary_zone", of(found, TransitionBoundary::zone));
      return arrays;
    }

    private long frame(int place) {
      return numbers.get(Math.min(place, numbers.size() - 1));
    }

    private int[] inOrder() {
      return labels.stream().mapToInt(Integer::intValue).toArray();
    }

    private double[] of(
        List<TransitionBoundary> found,
        java.util.function.ToDoubleFunction<TransitionBoundary> of) {
      return Arrays.copyOf(found.stream().mapToDouble(of).toArray(), found.size());
    }
  }
}
