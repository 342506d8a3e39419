package org.debye.jobs.train;

import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.storage.NetworkCard;
import org.debye.learning.train.TrainingSettings;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spark.training.NetworkOrder;
import org.jspecify.annotations.Nullable;

/** What the ranks that train a network are sent, as the keys want it. */
record NetworkOrders(
    TrainConfig config,
    TrainingData data,
    Catalogue catalogue,
    HadoopSettings hadoop,
    @Nullable TrainedEncoder encoder) {
  private static final long MEBIBYTE = 1L << 20;

  NetworkCard network(PlannedModel plan) {
    return config
        .model()
        .network(
            config,
            data.spectra().axis(),
            data.frames().labels().classes(),
            plan.split().training().length,
            encoder)
        .orElseThrow();
  }

  NetworkOrder order(PlannedModel plan, String folder, ModelCard card, NetworkCard network) {
    return new NetworkOrder(
        hadoop,
        catalogue.location(),
        folder,
        data.of(plan.split().training()),
        data.of(plan.split().validation()),
        card,
        network,
        encoder == null ? null : encoder.model().folder(),
        settings(),
        config.precision(),
        config.weighting().of(data.frames().labels().of(plan.split().training())),
        config.copies().copies(data.spectra().axis()),
        config.copies().ofValidation(),
        config.calibration() == CalibrationKind.TEMPERATURE,
        config.checkpointEvery(),
        config.memory() * MEBIBYTE);
  }

  private TrainingSettings settings() {
    return new TrainingSettings(
        config.epochs(),
        config.batch(),
        config.optimiser().rate(),
        config.optimiser().settings(),
        config.schedule().schedule(),
        config.stop().stopping(),
        config.seed());
  }
}
