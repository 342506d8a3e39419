package org.debye.exploration;

import java.util.stream.IntStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.mixing.Observations;

/** What is done to each spectrum by itself before spectra are compared. */
public enum Normalisation {
  /** Spectra as they are. */
  NONE,
  /** Divided by their sum: for spectra of different exposure. */
  UNIT_SUM,
  /** Divided by their Euclidean length. */
  UNIT_LENGTH,
  /** Divided by their largest value. */
  UNIT_MAXIMUM,
  /**
   * Less their mean, divided by their standard deviation of divisor P - 1: standard normal variate
   * (Barnes, Dhanoa and Lister 1989, Appl. Spectrosc. 43:772).
   */
  STANDARD_NORMAL_VARIATE;

  /**
   * The spectra normalised.
   *
   * @param name of the spectra, for messages
   * @param spectra N x P; not modified
   * @throws InputException INVALID_CONFIGURATION a spectrum has no size to be divided by
   */
  public Observations of(String name, Observations spectra) {
    if (this == NONE) {
      return spectra;
    }
    int p = spectra.dimensions();
    double[] out = spectra.values().clone();
    for (int i = 0; i < spectra.count(); i++) {
      double shift = this == STANDARD_NORMAL_VARIATE ? mean(out, i * p, p) : 0;
      double size = size(out, i * p, p, shift);
      if (!(size > 0)) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            name,
            "spectrum %d has the %s %s, by which nothing can be divided"
                .formatted(i + 1, word(), size),
            "Leave it out, or set normalisation=none.");
      }
      for (int b = i * p; b < (i + 1) * p; b++) {
        out[b] = (out[b] - shift) / size;
      }
    }
    return new Observations(spectra.count(), p, out);
  }

  private double size(double[] values, int from, int points, double shift) {
    IntStream places = IntStream.range(from, from + points);
    return switch (this) {
      case NONE -> 1;
      case UNIT_SUM -> places.mapToDouble(b -> values[b]).sum();
      case UNIT_LENGTH -> Math.sqrt(places.mapToDouble(b -> values[b] * values[b]).sum());
      case UNIT_MAXIMUM -> places.mapToDouble(b -> values[b]).max().orElse(0);
      case STANDARD_NORMAL_VARIATE ->
          Math.sqrt(
              places.mapToDouble(b -> (values[b] - shift) * (values[b] - shift)).sum()
                  / (points - 1));
    };
  }

  private static double mean(double[] values, int from, int points) {
    return IntStream.range(from, from + points).mapToDouble(b -> values[b]).sum() / points;
  }

  private String word() {
    return switch (this) {
      case NONE -> "size";
      case UNIT_SUM -> "sum";
      case UNIT_LENGTH -> "length";
      case UNIT_MAXIMUM -> "largest value";
      case STANDARD_NORMAL_VARIATE -> "standard deviation";
    };
  }
}
