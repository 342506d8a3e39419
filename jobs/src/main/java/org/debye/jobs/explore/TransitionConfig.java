package org.debye.jobs.explore;

import org.debye.evaluation.transition.ChangePoint.Trend;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;

/** Keys of {@code transition}: what is said of the boundaries between clusters. */
public record TransitionConfig(
    @Key(
            meaning =
                "Whether the spectra of a dataset follow one another, as frames of a ramp do; false"
                    + " for a map or a collection, which has no boundary.",
            byDefault = "true")
        boolean sequence,
    @Key(
            meaning = "What scores do on either side of a change: constant, linear, quadratic.",
            byDefault = "linear")
        Trend trend,
    @Key(
            meaning = "Leading components whose scores are searched for a change.",
            unit = "components",
            byDefault = "3")
        int components,
    @Key(meaning = "Probability of the interval of a change.", unit = "1", byDefault = "0.95")
        double level,
    @Key(
            meaning =
                "Cluster again with 55 to 99.99 % of the variance, to see how far boundary and"
                    + " confidence hang on it.",
            byDefault = "true")
        boolean stability) {

  public TransitionConfig {
    InvalidValue.unless(
        components >= 1, "components", components + " is below 1", "Write 3, for example.");
    InvalidValue.unless(
        level > 0 && level < 1, "level", level + " is not between 0 and 1", "Write 0.95.");
  }
}
