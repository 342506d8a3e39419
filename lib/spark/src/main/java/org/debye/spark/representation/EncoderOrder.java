package org.debye.spark.representation;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.predict.RepresentationLayer;
import org.debye.spark.file.HadoopSettings;

/**
 * How spectra are represented, by one encoder.
 *
 * @param catalogue that holds the spectra
 * @param folder of the encoder
 * @param identity of the encoder, by {@link org.debye.spark.prediction.ModelIdentity}
 * @param model its name, for the tables
 * @param layer of it that is taken
 * @param other what is done with spectra on another axis
 */
public record EncoderOrder(
    HadoopSettings hadoop,
    String catalogue,
    String folder,
    String identity,
    String model,
    RepresentationLayer layer,
    OtherAxis other)
    implements Serializable {

  /** How ids of its cells begin. */
  String prefix() {
    return model + "/" + identity + "/" + layer.key();
  }

  /** What its results differ by from those of another. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("model", model);
    parameters.put("identity", identity);
    parameters.put("layer", layer.key());
    parameters.put("other_axis", other.name());
    return parameters;
  }
}
