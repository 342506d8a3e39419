package org.debye.jobs.study.mixture;

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
import org.debye.study.StudyPart;
import org.debye.study.StudyResult;
import org.debye.unmixing.posterior.HmcSettings;
import org.debye.unmixing.posterior.VariationalStartSettings;

/**
 * One start of one method on one simulated dataset, as the sweep runs it.
 *
 * @param cell what is done
 * @param cost about how many seconds it takes
 */
record MixtureCell(StudyCell cell, double cost) implements SweepCell {
  private static final long serialVersionUID = 1L;

  /** One of which nothing is known yet. */
  MixtureCell(StudyCell cell) {
    this(cell, MixtureCost.seconds(cell));
  }

  /** What a flagged cell's row has in its column {@code error_code}. */
  static final String DOUBTFUL = "DOUBTFUL";

  @Override
  public String id() {
    return datasetId(cell.dataset())
        + "/"
        + methodName(cell.method())
        + (cell.method().bayesian() ? "/" + (kept() ? "kept" : cell.start()) : "");
  }

  /** Whether this is what the likeliest of several chains goes on to. */
  boolean kept() {
    return cell.part() == StudyPart.KEPT;
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
    parameters.putAll(settings());
    parameters.put("kept", word(cell.detail()));
    return parameters;
  }

  @Override
  public String kind() {
    return methodName(cell.method()) + " 1";
  }

  @Override
  public CellOutcome run() {
    StudyResult result = cell.run();
    CellValues values =
        new CellValues(result.metrics(), result.arrays(), List.of())
            .with(result.draws().stream().toList());
    return result.flags().isEmpty()
        ? new CellOutcome.Done(values)
        : new CellOutcome.Flagged(
            DOUBTFUL, id() + ": " + String.join("; ", result.flags()), values);
  }

  /** {@code vi-low-rank}. */
  static String methodName(StudyMethod method) {
    return word(method);
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
            word(model.noise()));
  }

  /** The settings that this method listens to, and no others: the rest may change. */
  private Map<String, String> settings() {
    VariationalStartSettings vi = cell.settings().variational();
    return switch (cell.method()) {
      case HMC -> chain();
      case VI, VI_FULL_RANK -> variational(vi);
      case VI_LOW_RANK -> {
        Map<String, String> settings = new LinkedHashMap<>(variational(vi));
        settings.put("rank", Integer.toString(vi.rank()));
        yield settings;
      }
      case VI_BLOCKS -> variational(cell.settings().blocks());
      case N_FINDR, VCA, SISAL -> Map.of("seeds", Integer.toString(cell.settings().seeds()));
    };
  }

  private Map<String, String> chain() {
    HmcSettings compared = cell.settings().compared();
    HmcSettings hmc = cell.part() == StudyPart.COMPARED ? compared : cell.settings().hmc();
    Map<String, String> settings =
        new LinkedHashMap<>(
            Map.of(
                "warmup", Integer.toString(hmc.warmup()),
                "min-ess", Integer.toString(hmc.effectiveDraws()),
                "max-draws", Integer.toString(hmc.maximumDraws()),
                "target-accept", Double.toString(hmc.targetAcceptance()),
                "max-depth", Integer.toString(hmc.maximumDepth()),
                "abundances", word(hmc.abundances()),
                "metric", word(hmc.metric())));
    if (kept()) {
      settings.put("compare-ess", Integer.toString(compared.effectiveDraws()));
    }
    return settings;
  }

  private static Map<String, String> variational(VariationalStartSettings vi) {
    return Map.of(
        "iterations", Integer.toString(vi.iterations()),
        "learning-rate", Double.toString(vi.learningRate()),
        "draws", Integer.toString(vi.draws()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
