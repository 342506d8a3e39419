package org.debye.jobs.simulate;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.jspecify.annotations.Nullable;

/** Keys of {@code mixture}: what the recipe of that name draws from. */
public record MixtureConfig(
    @Key(
            meaning =
                "Concentration of the abundances: small is pure spectra, large much mixed ones.",
            unit = "1",
            byDefault = "1")
        double alpha1,
    @Key(meaning = "Middle of the noise scale's range.", unit = "1", byDefault = "0.1")
        double sigma,
    @Key(meaning = "Endmembers K.", unit = "1", byDefault = "3") int endmembers,
    @Key(meaning = "Dimensions D of the observations; K - 1 when left out.", unit = "1")
        @Nullable Integer dimensions,
    @Key(meaning = "Observations N.", unit = "1", byDefault = "500") int observations,
    @Key(meaning = "Concentration of each global weight.", unit = "1", byDefault = "1")
        double alpha0,
    @Key(meaning = "Concentration of the LKJ prior of the noise.", unit = "1", byDefault = "1")
        double eta,
    @Key(
            meaning = "How scales and correlations make the noise covariance.",
            byDefault = "standard-deviation")
        NoiseModel noise) {

  public MixtureConfig {
    positive("alpha1", alpha1);
    positive("sigma", sigma);
    positive("alpha0", alpha0);
    positive("eta", eta);
    InvalidValue.unless(
        endmembers >= 2 && endmembers <= 100,
        "endmembers",
        endmembers + " is not within 2 and 100",
        "The paper has 3.");
    InvalidValue.unless(
        dimensions == null || (dimensions >= 1 && dimensions <= 1000),
        "dimensions",
        dimensions + " is not within 1 and 1000",
        "Leave it out for one less than endmembers.");
    InvalidValue.unless(
        observations >= 1 && observations <= 1_000_000,
        "observations",
        observations + " is not within 1 and 1000000",
        "The paper has 500.");
  }

  private static void positive(String name, double value) {
    InvalidValue.unless(
        value > 0 && value < Double.POSITIVE_INFINITY,
        name,
        value + " is not above 0",
        "Write 1, for example.");
  }

  /** The kernel's model. */
  MixingModel model() {
    int size = dimensions == null ? endmembers - 1 : dimensions;
    return new MixingModel(endmembers, size, alpha0, alpha1, sigma, eta, noise);
  }
}
