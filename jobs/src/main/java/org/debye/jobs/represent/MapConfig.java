package org.debye.jobs.represent;

import org.debye.exploration.UniformManifoldMap;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;

/** Keys of {@code map}: how spectra and representations are laid out in a plane, by UMAP. */
public record MapConfig(
    @Key(meaning = "Neighbours that a spectrum keeps.", unit = "spectra", byDefault = "15")
        int neighbours,
    @Key(
            meaning = "Between points of the map, about; from 0 to below 1.",
            unit = "1",
            byDefault = "0.1")
        double minimumDistance,
    @Key(
            meaning = "Frames of a dataset that are drawn, evenly along its course, at most.",
            unit = "frames",
            byDefault = "2000")
        int most) {

  public MapConfig {
    InvalidValue.unless(neighbours >= 2, "neighbours", neighbours + " is below 2", "Write 15.");
    InvalidValue.unless(
        minimumDistance >= 0 && minimumDistance < 1,
        "minimumDistance",
        minimumDistance + " is not at least 0 and below 1",
        "Write 0.1, for example.");
    InvalidValue.unless(
        most >= 10 && most <= 4000, "most", most + " is not within 10 and 4000", "Write 2000.");
  }

  UniformManifoldMap kernel(long seed) {
    return new UniformManifoldMap(neighbours, minimumDistance, seed);
  }
}
