package org.debye.jobs.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.jobs.config.ConfigText;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.CardAxis;
import org.debye.learning.checkpoint.CardOrigin;
import org.debye.learning.checkpoint.DataVersion;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.checkpoint.SpectrumTreatment;
import org.debye.learning.checkpoint.TrainingPrecision;
import org.debye.learning.checkpoint.TrainingRecord;
import org.debye.learning.train.Stopping;
import org.debye.provenance.Digest;
import org.debye.spark.training.LabelledDataset;

/** Cards of models that are about to be trained. */
record ModelCards(TrainConfig config, TrainingData data, String catalogue, String runId) {
  /** Keys that change no number of a network; those of {@code split} act through the frames. */
  private static final List<String> OF_NO_CONSEQUENCE =
      List.of(
          "catalogue",
          "name",
          "ranks",
          "checkpoint-every",
          "memory",
          "overwrite",
          "figures",
          "seed");

  /** Keys of training that mean nothing to what is fitted at once. */
  private static final List<String> OF_NETWORKS =
      List.of("epochs", "batch", "optimiser.", "schedule.", "stop.", "dropout", "precision");

  /** The card before the first step. */
  ModelCard of(PlannedModel plan, Architecture architecture, TrainingPrecision precision) {
    List<LabelledDataset> training = data.of(plan.split().training());
    List<LabelledDataset> validation = data.of(plan.split().validation());
    String hash =
        new Digest()
            .add(data.spectra().digest(training))
            .add(data.spectra().digest(validation))
            .hex();
    return new ModelCard(
        architecture,
        config.model().pretraining().isPresent() ? List.of() : data.frames().labels().names(),
        CardAxis.of(data.spectra().axis()),
        new SpectrumTreatment(data.spectra().baseline(), config.scaling()),
        new DataVersion(
            catalogue, training.stream().map(LabelledDataset::datasetId).toList(), hash),
        TrainingRecord.of(
            settings(), Map.of("training", config.seed()), 0, 0, config.ranks(), precision),
        new TreeMap<>(),
        CardOrigin.of(runId));
  }

  private NamedSettings settings() {
    boolean network = config.model().isNetwork();
    boolean views = config.model().drawsViews();
    Map<String, Object> settings = new TreeMap<>();
    ConfigText.byKey(config)
        .forEach(
            (key, value) -> {
              boolean kept =
                  !OF_NO_CONSEQUENCE.contains(key)
                      && !key.startsWith("spectra.")
                      && !key.startsWith("labels.")
                      && !key.startsWith("split.")
                      && !saysNothing(key)
                      && (network || OF_NETWORKS.stream().noneMatch(key::startsWith))
                      && (views || !key.startsWith("pretraining."));
              if (kept) {
                settings.put(key, value);
              }
            });
    return NamedSettings.of(settings);
  }

  /** Models of earlier versions, which had no such keys, stay what they are. */
  private boolean saysNothing(String key) {
    return key.startsWith("copies.")
        ? config.copies().saysNothing(key.substring("copies.".length()))
        : (key.equals("stop.by") && config.stop().by() == Stopping.Criterion.LOSS)
            || (key.equals("calibration") && config.calibration() == CalibrationKind.NONE);
  }
}
