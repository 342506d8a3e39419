package org.debye.hdf5.write;

import java.util.Map;
import org.debye.spectra.SpectralAxis;
import org.jspecify.annotations.Nullable;

/**
 * What an NXazint1d entry says about all of its spectra.
 *
 * @param name of the entry's group; slashes and spaces are replaced
 * @param wavelength m
 * @param normalisation whether intensities were divided by the solid angle and pixels counted, as
 *     {@code normalization_applied} means it
 * @param date of the reduction, ISO 8601
 * @param reference where the method is described
 * @param parameters of the reduction, as text
 * @param sigma whether spectra carry standard errors
 * @param baseline whether spectra carry baselines
 */
public record Azint1dEntry(
    String name,
    @Nullable String sample,
    @Nullable String startTime,
    String instrument,
    String source,
    double wavelength,
    SpectralAxis axis,
    boolean solidAngle,
    boolean polarisation,
    boolean normalisation,
    String program,
    String version,
    String date,
    String reference,
    Map<String, String> parameters,
    boolean sigma,
    boolean baseline) {
  public Azint1dEntry {
    parameters = Map.copyOf(parameters);
    if (!(wavelength > 0)) {
      throw new IllegalArgumentException("a wavelength of " + wavelength + " m");
    }
  }

  String groupName() {
    String plain = name.replaceAll("[/\\s]+", "_");
    return plain.isEmpty() || plain.equals(".") ? "entry" : plain;
  }
}
