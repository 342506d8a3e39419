package org.debye.jobs.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.debye.spark.sweep.CellOutcome;
import org.debye.spark.sweep.CellValues;
import org.debye.spark.sweep.SweepCell;
import org.debye.study.NoiseScale;
import org.debye.study.StudyCell;
import org.debye.study.StudyDataset;
import org.debye.study.StudyMethod;
import org.debye.study.StudyModel;
import org.debye.study.StudyResult;

/**
 * One start of one method on one simulated dataset, as the sweep runs it.
 *
 * @param cell what is done
 */
record MixtureCell(StudyCell cell) implements SweepCell {
  private static final long serialVersionUID = 1L;

  /** What a flagged cell's row has in its column {@code error_code}. */
  static final String DOUBTFUL = "DOUBTFUL";

  @Override
  public String id() {
    return datasetId(cell.dataset())
        + "/"
        + methodName(cell.method())
        + (cell.method().bayesian() ? "/" + cell.start() : "");
  }

  /** The part of the id that all cells of a dataset share. */
  static String datasetId(StudyDataset dataset) {
    return "alpha1="
        + dataset.alpha1()
        + ",sigma="
        + sigma(dataset.scale())
        + ","
        + dataset.number();
  }

  @Override
  public Map<String, String> parameters() {
    StudyDataset dataset = cell.dataset();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("alpha1", Double.toString(dataset.alpha1()));
    parameters.put("sigma", sigma(dataset.scale()));
    parameters.put("dataset", Integer.toString(dataset.number()));
    parameters.put("seed", Long.toString(dataset.seed()));
    parameters.put("model", model(dataset.model()));
    parameters.put("method", methodName(cell.method()));
    parameters.put("start", Integer.toString(cell.start()));
    parameters.put("settings", settings());
    parameters.put("kept", cell.detail().name().toLowerCase(Locale.ROOT));
    return parameters;
  }

  @Override
  public String kind() {
    return methodName(cell.method()) + " 1";
  }

  @Override
  public double cost() {
    return MixtureCost.seconds(cell);
  }

  @Override
  public CellOutcome run() {
    StudyResult result = cell.run();
    CellValues values =
        new CellValues(result.metrics(), result.arrays(), List.of())
            .with(result.draws().stream().toList());
    return result.flags().isEmpty()
        ? new CellOutcome.Done(values)
        : new CellOutcome.Flagged(DOUBTFUL, String.join(" ", result.flags()), values);
  }

  /** {@code vi-low-rank}. */
  static String methodName(StudyMethod method) {
    return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String sigma(NoiseScale scale) {
    return scale instanceof NoiseScale.Drawn drawn
        ? drawn.from() + ":" + drawn.to()
        : Double.toString(((NoiseScale.Fixed) scale).sigma());
  }

  private static String model(StudyModel model) {
    return "K=%d D=%d N=%d alpha0=%s/%s eta=%s %s"
        .formatted(
            model.endmembers(),
            model.dimensions(),
            model.observations(),
            model.alpha0Generating(),
            model.alpha0Inferring(),
            model.eta(),
            model.noise().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The settings that this method listens to, and no others: the rest may change. */
  private String settings() {
    return switch (cell.method()) {
      case HMC -> cell.settings().hmc().toString();
      case VI, VI_LOW_RANK, VI_FULL_RANK -> cell.settings().variational().toString();
      case N_FINDR, VCA, SISAL -> "seeds=" + cell.settings().seeds();
    };
  }
}
