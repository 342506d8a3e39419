package org.debye.jobs.study.mixture;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.value.GridValues;
import org.debye.jobs.value.Interval;
import org.jspecify.annotations.Nullable;

/** Keys of {@code unmixing.grid}: which datasets are simulated. */
public record GridConfig(
    @Key(
            meaning =
                "Concentrations alpha1 of the abundances: small is pure spectra, large is much"
                    + " mixed ones. Numbers, or kind:from:to:count such as log:0.1:10:100.")
        List<GridValues> alpha1,
    @Key(
            meaning =
                "Noise scales sigma, written as alpha1 is; every alpha1 meets every sigma. Left"
                    + " empty, sigma is drawn from sigma-range.",
            byDefault = "[]")
        List<GridValues> sigma,
    @Key(
            meaning =
                "Instead of sigma: every dataset draws its own, uniformly from this range,"
                    + " from:to.",
            unit = "1")
        @Nullable Interval sigmaRange,
    @Key(meaning = "Datasets at each point of the grid.", unit = "datasets", byDefault = "1")
        int datasets) {

  public GridConfig {
    positive("alpha1", alpha1);
    positive("sigma", sigma);
    InvalidValue.unless(
        !alpha1.isEmpty(), "alpha1", "there is no value", "Write alpha1: log:0.1:10:100.");
    InvalidValue.unless(
        sigma.isEmpty() != (sigmaRange == null),
        sigmaRange == null ? "sigma" : "sigmaRange",
        sigmaRange == null ? "there is no noise scale" : "the noise scale is both listed and drawn",
        "Set one of unmixing.grid.sigma=0.1 and unmixing.grid.sigma-range=0:0.032.");
    InvalidValue.unless(
        sigmaRange == null
            || (sigmaRange.from() >= 0
                && sigmaRange.from() < sigmaRange.to()
                && sigmaRange.to() < Double.POSITIVE_INFINITY),
        "sigmaRange",
        sigmaRange + " is not a range of noise scales",
        "Write from:to, both at least 0, with to above from.");
    InvalidValue.unless(
        datasets >= 1 && datasets <= 1_000_000,
        "datasets",
        datasets + " is not within 1 and 1000000",
        "Write 1, or more for several of each kind.");
  }

  private static void positive(String name, List<GridValues> values) {
    for (double value : GridValues.all(values)) {
      InvalidValue.unless(
          value > 0 && value < Double.POSITIVE_INFINITY,
          name,
          value + " is not " + (value > 0 ? "finite" : "above 0"),
          "Leave it out or write a positive number.");
    }
  }
}
