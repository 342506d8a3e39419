package org.debye.unmixing.scene;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.mixing.Observations;

/** {@link SpectrumScaling}. */
final class ScaledSpectra {
  private ScaledSpectra() {}

  static Observations of(Scene scene, SpectrumScaling scaling) {
    if (scaling == SpectrumScaling.NONE) {
      return scene.observations();
    }
    int p = scene.points();
    double[] out = scene.values().clone();
    for (int i = 0; i < scene.count(); i++) {
      double size = size(out, i * p, p, scaling);
      if (!(size > 0)) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            scene.name(),
            "spectrum " + (i + 1) + " has the " + word(scaling) + " " + size,
            "Leave it out, or do not scale the spectra.");
      }
      for (int b = 0; b < p; b++) {
        out[i * p + b] /= size;
      }
    }
    return new Observations(scene.count(), p, out);
  }

  private static double size(double[] values, int offset, int points, SpectrumScaling scaling) {
    double sum = 0;
    for (int b = 0; b < points; b++) {
      double value = values[offset + b];
      sum += scaling == SpectrumScaling.UNIT_SUM ? value : value * value;
    }
    return scaling == SpectrumScaling.UNIT_SUM ? sum : Math.sqrt(sum);
  }

  private static String word(SpectrumScaling scaling) {
    return scaling == SpectrumScaling.UNIT_SUM ? "sum" : "length";
  }
}
