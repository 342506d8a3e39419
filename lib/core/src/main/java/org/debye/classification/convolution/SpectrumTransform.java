package org.debye.classification.convolution;

import java.io.Serializable;
import java.util.stream.IntStream;

/** A fixed map from a spectrum to features. Immutable; threads work with one extraction each. */
public interface SpectrumTransform extends Serializable {

  /** P, the length of a spectrum. */
  int points();

  /** F, the number of features. */
  int features();

  /** A new workspace for one thread. */
  Extraction extraction();

  /**
   * Features of many spectra, on all cores of the common pool; which core does a spectrum changes
   * nothing.
   *
   * @param spectra N x P, row major, finite
   * @return N x F, row major
   */
  default float[] all(float[] spectra) {
    int count = spectra.length / points();
    float[] features = new float[count * features()];
    int chunk = Math.max(1, count / (4 * Runtime.getRuntime().availableProcessors()));
    IntStream.range(0, (count + chunk - 1) / chunk)
        .parallel()
        .forEach(
            part -> {
              Extraction extraction = extraction();
              for (int i = part * chunk; i < Math.min(count, (part + 1) * chunk); i++) {
                extraction.extract(spectra, i * points(), features, i * features());
              }
            });
    return features;
  }

  /** The buffers of one thread. Not thread safe. */
  interface Extraction {

    /**
     * Features of one spectrum.
     *
     * @param spectra P values from {@code at}, finite
     * @param features F values from {@code to}; overwritten
     */
    void extract(float[] spectra, int at, float[] features, int to);
  }
}
