package org.debye.jobs.unmix;

import org.debye.figures.ImageShape;
import org.debye.spectra.SpectralAxis;
import org.jspecify.annotations.Nullable;

/**
 * Spectra that are unmixed together.
 *
 * @param name for tables and figures
 * @param axis P points
 * @param spectra N
 * @param values N x P, row major
 * @param image how the spectra lie, or null where they are no image
 */
record Scene(
    String name, SpectralAxis axis, int spectra, double[] values, @Nullable ImageShape image) {

  Scene {
    if (spectra < 1 || values.length != spectra * axis.points()) {
      throw new IllegalArgumentException(
          values.length + " values for " + spectra + " spectra of " + axis.points());
    }
  }

  int points() {
    return axis.points();
  }
}
