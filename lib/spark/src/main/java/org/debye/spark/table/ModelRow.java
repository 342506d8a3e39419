package org.debye.spark.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of models: a trained model, and what it was trained on.
 *
 * @param fitId of the training's row in {@code sweep_results}
 * @param name by which people call the model
 * @param folder of the checkpoint
 * @param parameters how many numbers were trained
 * @param classes in the order of the outputs; empty where it does not classify
 * @param axisId of the axis that it takes spectra on
 * @param trainingFrames frames that it was trained on, by dataset; the arrays are not copied
 * @param validationFrames frames that chose among its epochs, likewise
 * @param contentHash digest of the intensities and labels
 * @param worldSize ranks that trained it together
 * @param epochs that were trained
 * @param seconds that training took
 * @param peakMemoryBytes of the process that took most; null where it was not measured
 */
public record ModelRow(
    String fitId,
    String name,
    String folder,
    String architecture,
    long parameters,
    List<String> classes,
    String axisId,
    Map<String, long[]> trainingFrames,
    Map<String, long[]> validationFrames,
    String contentHash,
    int worldSize,
    int epochs,
    double seconds,
    @Nullable Long peakMemoryBytes,
    String runId) {

  public ModelRow {
    classes = List.copyOf(classes);
    trainingFrames = new TreeMap<>(trainingFrames);
    validationFrames = new TreeMap<>(validationFrames);
  }
}
