package org.debye.jobs.unmix;

import java.util.ArrayList;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.scene.ArrayFile;
import org.debye.jobs.scene.NumberArray;
import org.debye.jobs.scene.SceneInput;
import org.jspecify.annotations.Nullable;

/** Keys of {@code reference}: endmembers and abundances that are known, to score against. */
public record ReferenceConfig(
    @Key(
            place = Key.Place.THERE,
            meaning = "MATLAB or .npy file that holds them; the input's when left out.")
        @Nullable String file,
    @Key(meaning = "Variable of the reference endmembers. Left out, nothing is scored.")
        @Nullable String endmembers,
    @Key(meaning = "Variable of the reference abundances.") @Nullable String abundances,
    @Key(
            meaning = "Names of the reference endmembers in their order; numbers when empty.",
            byDefault = "[]")
        List<String> names) {

  public ReferenceConfig {
    InvalidValue.unless(
        endmembers != null || (abundances == null && names.isEmpty()),
        "endmembers",
        "abundances or names are given without the endmembers that they belong to",
        "Set reference.endmembers=M, for example.");
  }

  /**
   * Reads what belongs to the scene; null where nothing is named.
   *
   * @throws InputException it is not there or does not fit the scene
   */
  @Nullable SceneReference read(SceneInput scene, @Nullable ArrayFile input) {
    if (endmembers == null && file == null) {
      return null;
    }
    ArrayFile source = file == null ? input : ArrayFile.read(file);
    if (source == null) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "reference",
          "no file is named that holds " + endmembers,
          "Set reference.file.");
    }
    NumberArray spectra =
        withColumns(
            source, source.array(endmembers, "reference.endmembers"), scene.points(), "points");
    int count = spectra.shape()[0];
    double[] shares =
        abundances == null ? new double[0] : abundances(source, scene, count).values();
    return new SceneReference(names(source, count), spectra.values(), shares);
  }

  private NumberArray abundances(ArrayFile source, SceneInput scene, int count) {
    NumberArray shares =
        withColumns(
            source, source.array(abundances, "reference.abundances"), scene.spectra(), "spectra");
    if (shares.shape()[0] != count) {
      throw unfit(source, "abundances of " + shares.shape()[0] + " for " + count + " endmembers");
    }
    return shares.transposed();
  }

  private List<String> names(ArrayFile source, int count) {
    if (!names.isEmpty() && names.size() != count) {
      throw unfit(source, names.size() + " names for " + count + " endmembers");
    }
    List<String> all = new ArrayList<>(names);
    for (int k = all.size() + 1; k <= count; k++) {
      all.add("reference " + k);
    }
    return all;
  }

  /** The matrix, turned so that it has this many columns. */
  private static NumberArray withColumns(
      ArrayFile source, NumberArray matrix, int columns, String what) {
    if (matrix.dimensions() == 2 && matrix.shape()[1] == columns) {
      return matrix;
    }
    if (matrix.dimensions() == 2 && matrix.shape()[0] == columns) {
      return matrix.transposed();
    }
    throw unfit(
        source, "a matrix of " + matrix.shapeText() + " for a scene of " + columns + " " + what);
  }

  private static InputException unfit(ArrayFile source, String problem) {
    return InputException.of(
        FailureCode.MISSING_METADATA,
        source.place(),
        problem + ": the reference does not belong to this scene",
        "Check reference.file and its variables.");
  }
}
