package org.debye.jobs.study.mixture;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.study.StudyModel;
import org.jspecify.annotations.Nullable;

/** Keys of {@code unmixing.model}: the model that generates datasets and that is inferred. */
public record ModelConfig(
    @Key(meaning = "Endmembers K.", unit = "1", byDefault = "3") int endmembers,
    @Key(meaning = "Dimensions D of the observations; K - 1 when left out.", unit = "1")
        @Nullable Integer dimensions,
    @Key(meaning = "Observations N in a dataset.", unit = "1", byDefault = "500") int observations,
    @Key(
            meaning = "Concentration of each global weight when a dataset is generated.",
            unit = "1",
            byDefault = "1")
        double alpha0Generate,
    @Key(
            meaning = "The same in the prior of the inference; as generated when left out.",
            unit = "1")
        @Nullable Double alpha0Infer,
    @Key(
            meaning = "Concentration of the LKJ prior of the noise correlations; 1 is uniform.",
            unit = "1",
            byDefault = "1")
        double eta,
    @Key(
            meaning =
                "How scales and correlations make the noise covariance. standard-deviation: as the"
                    + " paper's equations. authors-code: the scale is a variance and Cholesky"
                    + " factors are mixed, as in the paper's program.",
            byDefault = "standard-deviation")
        NoiseModel noise) {

  public ModelConfig {
    InvalidValue.unless(
        endmembers >= 2 && endmembers <= 100,
        "endmembers",
        endmembers + " is not within 2 and 100",
        "The paper has 3.");
    InvalidValue.unless(
        dimensions == null || (dimensions >= endmembers - 1 && dimensions <= 1000),
        "dimensions",
        dimensions + " dimensions cannot hold " + endmembers + " endmembers that are all corners",
        "Write at least one less than endmembers, or leave it out.");
    InvalidValue.unless(
        observations >= endmembers && observations <= 1_000_000,
        "observations",
        observations + " observations cannot show " + endmembers + " endmembers",
        "Write 500, as the paper does.");
    positive("alpha0Generate", alpha0Generate);
    positive("alpha0Infer", alpha0Infer);
    positive("eta", eta);
  }

  private static void positive(String name, @Nullable Double value) {
    InvalidValue.unless(
        value == null || (value > 0 && value < Double.POSITIVE_INFINITY),
        name,
        value + " is not above 0",
        "Write 1, for example.");
  }

  /** The kernel's settings. */
  public StudyModel study() {
    return new StudyModel(
        endmembers,
        dimensions == null ? endmembers - 1 : dimensions,
        observations,
        alpha0Generate,
        alpha0Infer == null ? alpha0Generate : alpha0Infer,
        eta,
        noise);
  }
}
