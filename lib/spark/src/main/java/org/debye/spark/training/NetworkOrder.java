package org.debye.spark.training;

import java.io.Serializable;
import java.util.List;
import org.debye.classification.augmentation.SpectrumCopies;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.storage.NetworkCard;
import org.debye.learning.train.TrainingSettings;
import org.debye.learning.weight.Precision;
import org.debye.spark.file.HadoopSettings;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a network is trained with, shipped to every rank.
 *
 * @param catalogue that holds the spectra
 * @param folder of the model, which all executors see and no other run uses
 * @param training frames that it learns from
 * @param validation frames that it is checked by after each epoch; may be empty
 * @param card of the model before the first step
 * @param network that is trained
 * @param encoder folder of the trained encoder that a linear layer learns on; none for others
 * @param classWeights of each class in the loss
 * @param copies of each training spectrum
 * @param validationCopied whether the spectra that it is checked by are copied likewise
 * @param calibrated whether the spectra that it is checked by give its probabilities a temperature
 * @param checkpointSeconds least time between two checkpoints; 0 for one after each epoch
 * @param heldBytes spectra that a rank may have in memory
 */
public record NetworkOrder(
    HadoopSettings hadoop,
    String catalogue,
    String folder,
    List<LabelledDataset> training,
    List<LabelledDataset> validation,
    ModelCard card,
    NetworkCard network,
    @Nullable String encoder,
    TrainingSettings settings,
    Precision precision,
    double[] classWeights,
    SpectrumCopies copies,
    boolean validationCopied,
    boolean calibrated,
    double checkpointSeconds,
    long heldBytes)
    implements Serializable {
  public NetworkOrder {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }
}
