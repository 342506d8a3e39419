package org.debye.jobs.explore;

import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.config.Key;
import org.debye.jobs.scene.ArrayFile;
import org.debye.jobs.scene.NumberArray;
import org.jspecify.annotations.Nullable;

/** Keys of {@code labels}: classes that are known, to compare clusters with. */
public record LabelsConfig(
    @Key(
            place = Key.Place.THERE,
            meaning =
                "MATLAB or .npy file with a whole number for each spectrum, in their order. Left"
                    + " out, nothing is compared.")
        @Nullable String file,
    @Key(meaning = "Variable of a MATLAB file that holds them.") @Nullable String variable) {

  /**
   * The labels of so many spectra; null where no file is named.
   *
   * @throws InputException it is not there, or holds something else
   */
  int @Nullable [] read(int spectra) {
    if (file == null) {
      return null;
    }
    ArrayFile source = ArrayFile.read(file);
    NumberArray array = source.array(variable, "labels.variable");
    double[] values = array.values();
    if (values.length != spectra) {
      throw unfit(values.length + " labels for " + spectra + " spectra");
    }
    for (double value : values) {
      if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
        throw unfit("a label of " + value + " is no whole number");
      }
    }
    return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
  }

  private InputException unfit(String problem) {
    return InputException.of(
        FailureCode.MISSING_METADATA,
        file == null ? "labels" : file,
        problem,
        "Set labels.file to one whole number for each spectrum, in their order.");
  }
}
