package org.debye.jobs.represent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.debye.jobs.predict.ChosenModel;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.predict.PretrainedEncoder;
import org.debye.learning.predict.RepresentationLayer;
import org.debye.provenance.Digest;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.representation.EncoderOrder;
import org.debye.spark.table.Catalogue;
import org.debye.spark.training.HadoopFolderStore;

/**
 * Encoders that a run uses.
 *
 * @param models in their order
 */
record ChosenEncoders(List<Chosen> models) {
  ChosenEncoders {
    models = List.copyOf(models);
  }

  /**
   * One encoder.
   *
   * @param orders of its layers
   * @param treatment digest of the axis and the treatment of its spectra
   */
  record Chosen(ChosenModel model, List<EncoderOrder> orders, String treatment) {
    Chosen {
      orders = List.copyOf(orders);
    }
  }

  /**
   * Finds them.
   *
   * @throws org.debye.failure.InputException where one is not there, is no encoder, or lacks a
   *     layer
   */
  static List<ChosenModel> checked(Catalogue catalogue, RepresentConfig config) {
    HadoopSettings hadoop = HadoopSettings.ofProcess();
    List<ChosenModel> models = ChosenModel.of(catalogue, config.model(), hadoop);
    for (ChosenModel model : models) {
      Checkpoint checkpoint = checkpoint(model, hadoop);
      config
          .layer()
          .forEach(layer -> PretrainedEncoder.requireLayer(checkpoint, layer, model.name()));
    }
    return models;
  }

  /** Orders of them, for tasks with these settings. */
  static ChosenEncoders of(
      List<ChosenModel> models,
      Catalogue catalogue,
      RepresentConfig config,
      HadoopSettings hadoop) {
    List<Chosen> chosen = new ArrayList<>();
    for (ChosenModel model : models) {
      List<EncoderOrder> orders = new ArrayList<>();
      for (RepresentationLayer layer : config.layer()) {
        orders.add(
            new EncoderOrder(
                hadoop,
                catalogue.location(),
                model.folder(),
                model.identity(),
                model.name(),
                layer,
                config.resample() ? OtherAxis.RESAMPLE : OtherAxis.REFUSE));
      }
      chosen.add(new Chosen(model, orders, treatment(model)));
    }
    return new ChosenEncoders(chosen);
  }

  List<EncoderOrder> orders() {
    return models.stream().flatMap(one -> one.orders().stream()).toList();
  }

  private static String treatment(ChosenModel model) {
    return new Digest().add(model.card().axis().id()).add(model.card().treatment()).hex();
  }

  private static Checkpoint checkpoint(ChosenModel model, HadoopSettings hadoop) {
    try {
      return ModelFolder.at(HadoopFolderStore.at(model.folder(), hadoop)).model();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
