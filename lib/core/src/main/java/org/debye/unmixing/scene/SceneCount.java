package org.debye.unmixing.scene;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.subspace.HySime;

/** {@link EndmemberCount}, after comparisons. */
final class SceneCount {
  private SceneCount() {}

  static int of(Observations spectra, String name, SceneSettings settings) {
    if (settings.endmembers() instanceof EndmemberCount.Known known) {
      return known.endmembers();
    }
    if (settings.endmembers() instanceof EndmemberCount.SignalDimensions) {
      return signal(spectra, name);
    }
    throw new IllegalStateException("numbers are to be compared before: " + settings.endmembers());
  }

  private static int signal(Observations spectra, String name) {
    int dimensions = HySime.of(spectra).dimensions();
    if (dimensions < 2) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          name,
          "HySime finds " + dimensions + " signal dimensions above the noise",
          "Give the number of endmembers.");
    }
    return dimensions;
  }
}
