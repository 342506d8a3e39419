package org.debye.simulation.ramp;

import java.io.Serializable;
import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;

/**
 * Spectra of a ramp on fewer points: the counts of so many neighbours are added, as a coarser
 * detector would. Points at the end that make no whole sum are left out.
 *
 * @param neighbours at least 1; of 1 spectra stay as they are
 */
public record PointSums(int neighbours) implements Serializable {
  private static final int LEAST_POINTS = 100;

  public PointSums {
    int points = SimulatedRamp.axis().points();
    if (neighbours < 1 || points / neighbours < LEAST_POINTS) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "rebin",
          neighbours + " of " + points + " points are added up to one",
          "Give a number from 1 to " + points / LEAST_POINTS + ".");
    }
  }

  /** Mean places of the points that are added. */
  public SpectralAxis axis(SpectralAxis axis) {
    if (neighbours == 1) {
      return axis;
    }
    double[] fine = axis.values();
    double[] places = new double[fine.length / neighbours];
    Arrays.setAll(
        places,
        i -> Arrays.stream(fine, i * neighbours, (i + 1) * neighbours).average().orElseThrow());
    return new SpectralAxis(axis.kind(), places);
  }

  /**
   * Mean counts of all pixels of the points that are added, and their standard error.
   *
   * @param spectrum with sigma, without a baseline
   * @param pixels of each of its points
   */
  public Spectrum of(Spectrum spectrum, double[] pixels) {
    if (neighbours == 1) {
      return spectrum;
    }
    int points = pixels.length / neighbours;
    float[] intensity = new float[points];
    float[] sigma = new float[points];
    for (int i = 0; i < points; i++) {
      double counts = 0;
      double variance = 0;
      double all = 0;
      for (int j = i * neighbours; j < (i + 1) * neighbours; j++) {
        double error = spectrum.sigma()[j] * pixels[j];
        counts += spectrum.intensity()[j] * pixels[j];
        variance += error * error;
        all += pixels[j];
      }
      intensity[i] = (float) (counts / all);
      sigma[i] = (float) (Math.sqrt(variance) / all);
    }
    return new Spectrum(intensity, sigma, Spectrum.NONE);
  }
}
