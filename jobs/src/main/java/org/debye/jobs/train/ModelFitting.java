package org.debye.jobs.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.debye.classification.FittedClassifier;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.augmentation.SpectrumCopies;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.evaluation.classification.TemperatureScaling;
import org.debye.jobs.Console;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.FolderStore;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.checkpoint.TrainingPrecision;
import org.debye.learning.collective.Patience;
import org.debye.learning.predict.CardTemperature;
import org.debye.learning.storage.FittedCard;
import org.debye.learning.storage.NetworkCard;
import org.debye.numeric.RandomStreams;
import org.debye.spark.OpenSession;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CatalogueLock;
import org.debye.spark.training.BarrierRanks;
import org.debye.spark.training.HadoopFolderStore;
import org.debye.spark.training.NetworkOrder;
import org.debye.spark.training.NetworkOutcome;
import org.debye.spark.training.NetworkTraining;
import org.debye.spark.training.ProcessMemory;
import org.debye.spark.training.RankExamples;
import org.debye.spark.training.RankSettings;
import org.jspecify.annotations.Nullable;

/** Trains planned models one after another, or finds that they are trained. */
final class ModelFitting {
  private final OpenSession spark;
  private final Console console;
  private final TrainConfig config;
  private final TrainingData data;
  private final Catalogue catalogue;
  private final ModelCards cards;
  private final HadoopSettings hadoop;
  private final @Nullable TrainedEncoder encoder;

  ModelFitting(
      OpenSession spark,
      Console console,
      TrainConfig config,
      TrainingData data,
      Catalogue catalogue,
      @Nullable TrainedEncoder encoder,
      String runId) {
    this.spark = spark;
    this.console = console;
    this.config = config;
    this.data = data;
    this.catalogue = catalogue;
    this.cards = new ModelCards(config, data, catalogue.location(), runId);
    this.hadoop = spark.hadoop();
    this.encoder = encoder;
  }

  /**
   * One model.
   *
   * @throws org.debye.failure.InputException where another run is training it
   */
  @SuppressWarnings("try") // The lock is held, not read.
  TrainedModel fit(PlannedModel plan) {
    if (config.calibration() == CalibrationKind.TEMPERATURE) {
      TemperatureScaling.requireEnough(plan.split().validation().length);
    }
    String folder = catalogue.location() + "/models/" + plan.name();
    try (CatalogueLock lock = catalogue.lockModel(plan.name(), "train")) {
      FolderStore store = HadoopFolderStore.at(folder, hadoop);
      return config.model().isNetwork() ? network(plan, folder, store) : rival(plan, folder, store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("try") // The lines are closed, not read.
  private TrainedModel network(PlannedModel plan, String folder, FolderStore store) {
    NetworkOrders orders = new NetworkOrders(config, data, catalogue, hadoop, encoder);
    NetworkCard network = orders.network(plan);
    TrainingPrecision precision = TrainingPrecision.valueOf(config.precision().name());
    ModelCard card = cards.of(plan, network.description(), precision);
    if (encoder != null) {
      encoder.requireSame(card);
    }
    Optional<ModelCard> before = FolderClaim.of(store, card, config.overwrite());
    NetworkOrder order = orders.order(plan, folder, card, network);
    URI place = HadoopFolderStore.uri(folder);
    try (EpochLines lines = EpochLines.follow(console, plan.name(), store)) {
      NetworkOutcome outcome =
          BarrierRanks.run(
                  spark.session(),
                  new RankSettings(config.ranks(), place, Patience.USUAL),
                  new NetworkTraining(order))
              .get(0)
              .value();
      int done = outcome.resumedAt();
      if (done > 0 && done < outcome.reports().size()) {
        console.progress(
            "debye: %s went on after epoch %d, where a run was stopped"
                .formatted(plan.name(), done));
      }
      return new TrainedModel(
          plan,
          folder,
          ModelFolder.at(store).settle(),
          outcome.reports(),
          outcome.seconds(),
          outcome.peakBytes(),
          before.isPresent() && outcome.resumedAt() == outcome.reports().size());
    }
  }

  private TrainedModel rival(PlannedModel plan, String folder, FolderStore store) {
    Rivals rivals = new Rivals(spark, config);
    Architecture expected =
        new Architecture(FittedCard.name(rivals.kind()), NamedSettings.of(rivals.settings()), 0);
    ModelCard wanted = cards.of(plan, expected, TrainingPrecision.FLOAT64);
    Optional<ModelCard> before = FolderClaim.of(store, wanted, config.overwrite());
    if (before.isPresent()) {
      double seconds = before.get().metrics().getOrDefault(NetworkTraining.SECONDS, 0.0);
      double peak = before.get().metrics().getOrDefault(NetworkTraining.PEAK_BYTES, -1.0);
      return new TrainedModel(plan, folder, before.get(), List.of(), seconds, (long) peak, true);
    }
    LabelledSpectra spectra =
        spectra(plan.split().training(), wanted, config.copies().copies(data.spectra().axis()));
    console.progress("debye: %s learns from %,d spectra".formatted(plan.name(), spectra.count()));
    long begun = System.nanoTime();
    FittedClassifier fitted = rivals.classifier().fit(spectra);
    double seconds = (System.nanoTime() - begun) * 1e-9;
    TreeMap<String, Double> metrics = new TreeMap<>(calibration(fitted, plan, wanted));
    metrics.put(NetworkTraining.SECONDS, seconds);
    metrics.put(NetworkTraining.PEAK_BYTES, (double) ProcessMemory.peakBytes());
    metrics.put("parameters", (double) FittedCard.numbers(fitted));
    ModelCard card = wanted.at(wanted.training(), metrics);
    ModelFolder.at(store)
        .save(new Checkpoint(card, FittedCard.arrays(fitted), Optional.empty()), 0);
    return new TrainedModel(
        plan, folder, card, List.of(), seconds, ProcessMemory.peakBytes(), false);
  }

  /** Of spectra that it was not fitted to. */
  private Map<String, Double> calibration(
      FittedClassifier fitted, PlannedModel plan, ModelCard card) {
    if (config.calibration() == CalibrationKind.NONE) {
      return Map.of();
    }
    LabelledSpectra unseen = spectra(plan.split().validation(), card, SpectrumCopies.NONE);
    return CardTemperature.metrics(
        new ClassProbabilities(
            fitted.classes(),
            unseen.labels().values(),
            fitted.probabilities(unseen.intensities())));
  }

  private LabelledSpectra spectra(int[] records, ModelCard card, SpectrumCopies copies) {
    RankExamples.Reading reading =
        new RankExamples.Reading(
            catalogue,
            card.axis().axis(),
            card.treatment(),
            Long.MAX_VALUE,
            Path.of(System.getProperty("java.io.tmpdir")));
    try (RankExamples examples = RankExamples.read(reading, data.of(records))) {
      return examples.labelled(
          copies, RandomStreams.of(config.seed()).under("copies"), card.classes());
    }
  }
}
