package org.debye.jobs.train;

import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.predict.ChosenModel;
import org.debye.learning.checkpoint.CardAxis;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.storage.LinearCard;
import org.debye.learning.storage.PretrainedCard;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;

/**
 * An encoder that has been trained before, for a linear layer to learn on.
 *
 * @param model that it is
 * @param representation of it
 */
public record TrainedEncoder(ChosenModel model, RepresentationSettings representation) {

  /**
   * Finds it.
   *
   * @param wanted name of a model of the catalogue, or a folder
   * @throws InputException where it is not there, or is no encoder
   */
  public static TrainedEncoder of(Catalogue catalogue, String wanted, HadoopSettings hadoop) {
    List<ChosenModel> found = ChosenModel.of(catalogue, List.of(wanted), hadoop);
    ChosenModel model = found.get(0);
    RepresentationSettings representation =
        PretrainedCard.representation(model.card().architecture())
            .orElseThrow(
                () ->
                    refused(
                        wanted,
                        "is a " + model.card().architecture().name() + ", not an encoder",
                        "Name one that train has made with model=specrrmoco or another encoder."));
    if (found.size() > 1) {
      throw refused(wanted, "are " + found.size() + " models", "Name one.");
    }
    return new TrainedEncoder(model, representation);
  }

  LinearCard linear(int classes) {
    return new LinearCard(representation, model.identity(), classes);
  }

  /**
   * Makes sure that spectra are given to it as those were that it has learnt from.
   *
   * @throws InputException where they are not
   */
  void requireSame(ModelCard card) {
    ModelCard own = model.card();
    if (!CardAxis.of(card.axis().axis()).id().equals(own.axis().id())) {
      throw refused(
          model.name(),
          "learnt from spectra on another axis",
          "Choose datasets on its axis, and set spectra.range as it was set then.");
    }
    if (!card.treatment().equals(own.treatment())) {
      throw refused(
          model.name(),
          "learnt from spectra with " + own.treatment() + ", these have " + card.treatment(),
          "Set scaling and spectra.subtract-baseline as they were set then.");
    }
  }

  private static InputException refused(String encoder, String problem, String remedy) {
    return InputException.of(
        FailureCode.INVALID_CONFIGURATION, "encoder " + encoder, problem, remedy);
  }
}
