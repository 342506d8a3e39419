package org.debye.spark.prediction;

import java.io.Serializable;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.spark.file.HadoopSettings;

/**
 * How spectra are classified, by one model.
 *
 * @param catalogue that holds them
 * @param folder of the model
 * @param identity of the model, by {@link ModelIdentity}
 * @param model its name, for the tables
 * @param other what is done with spectra on another axis
 * @param threshold of the probability of the likeliest class, below which none is given; 0 for none
 */
public record PredictionOrder(
    HadoopSettings hadoop,
    String catalogue,
    String folder,
    String identity,
    String model,
    OtherAxis other,
    double threshold)
    implements Serializable {}
