package org.debye.spark.simulation;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.debye.spectra.peak.SpectralPeak;
import org.jspecify.annotations.Nullable;

/**
 * Physics that fills the tables of a catalogue: datasets of spectra and their truth. Shipped to
 * tasks, each of which makes datasets of its own.
 */
public interface Simulation extends Serializable {
  /** Of its physics and numbers, such as {@code ramp-2}. */
  String version();

  /** Of all randomness. */
  long seed();

  /** Of its datasets. */
  List<String> names();

  /** Digest of every setting that changes a spectrum. */
  String configHash();

  /** Whether it knows the lines of its spectra. */
  boolean knowsPeaks();

  /** A dataset; made in the task that writes it. */
  Dataset dataset(String name);

  /** A dataset being made; thread-confined. */
  interface Dataset {
    /** What would have been measured. */
    String sample();

    /** m; null where the spectra have none. */
    @Nullable Double wavelength();

    SpectralAxis axis();

    int frames();

    Frame frame(int number);
  }

  /**
   * A spectrum and its truth.
   *
   * @param timeSeconds since the first frame; null where frames have no time
   * @param exposureSeconds NaN where they have none
   * @param conditions by name and unit
   * @param label number of its class
   * @param pressureGpa null where there is none
   * @param fractions of what it is mixed of
   * @param peaks none where the simulation does not know them
   */
  record Frame(
      Spectrum spectrum,
      @Nullable Double timeSeconds,
      double exposureSeconds,
      Map<String, Double> conditions,
      int label,
      String className,
      @Nullable Double pressureGpa,
      Map<String, Double> fractions,
      List<SpectralPeak> peaks) {}
}
