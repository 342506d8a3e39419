package org.debye.jobs.train;

import org.debye.classification.split.Split;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.SpectrumTreatment;
import org.debye.learning.checkpoint.TrainingPrecision;
import org.debye.learning.storage.NetworkCard;
import org.debye.spark.OpenSession;
import org.debye.spark.prediction.ModelIdentity;
import org.debye.spark.table.Catalogue;
import org.debye.spark.training.InspectionProgress;
import org.debye.spark.training.NetworkOrder;
import org.debye.spectra.SpectralAxis;

/**
 * Pre-training for other jobs to carry out: encoders that {@code train} would make of the same
 * spectra with the same keys, to the bit. Spectra are looked through once, on the driver.
 */
public final class PretrainingOrders {
  private static final int SHORT = 12;

  private final OpenSession spark;
  private final Catalogue catalogue;
  private final TrainingData data;
  private final SpectrumTreatment treatment;

  private PretrainingOrders(
      OpenSession spark, Catalogue catalogue, TrainingData data, SpectrumTreatment treatment) {
    this.spark = spark;
    this.catalogue = catalogue;
    this.data = data;
    this.treatment = treatment;
  }

  /**
   * Looks through the spectra.
   *
   * @param config whose keys {@code spectra} and {@code scaling} all encoders share
   * @throws org.debye.failure.InputException where nothing can be learnt from them
   */
  public static PretrainingOrders of(OpenSession spark, Catalogue catalogue, TrainConfig config) {
    TrainingData data = TrainingData.read(spark, catalogue, config, InspectionProgress.SILENT);
    return new PretrainingOrders(
        spark, catalogue, data, new SpectrumTreatment(data.spectra().baseline(), config.scaling()));
  }

  /** Axis of the encoders' spectra. */
  public SpectralAxis axis() {
    return data.spectra().axis();
  }

  /** What is done to a spectrum before an encoder sees it. */
  public SpectrumTreatment treatment() {
    return treatment;
  }

  /**
   * One encoder. Its folder below {@code CATALOGUE/models} is named after what it is, so that one
   * of other settings never lies there.
   *
   * @param name of the folder, before that
   * @param runId of the run that orders it
   */
  public NetworkOrder order(TrainConfig config, String name, String runId) {
    int[] all = TrainingData.all(data.frames());
    PlannedModel plan = new PlannedModel(name, new Split(all, new int[0], new int[0]));
    NetworkOrders orders = new NetworkOrders(config, data, catalogue, spark.hadoop(), null);
    NetworkCard network = orders.network(plan);
    TrainingPrecision precision = TrainingPrecision.valueOf(config.precision().name());
    ModelCard card =
        new ModelCards(config, data, catalogue.location(), runId)
            .of(plan, network.description(), precision);
    String identity = ModelIdentity.before(card).substring(0, SHORT);
    return orders.order(
        plan, catalogue.location() + "/models/" + name + "-" + identity, card, network);
  }
}
