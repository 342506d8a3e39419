package org.debye.jobs.reduce;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.simulate.SimulateConfig;
import org.jspecify.annotations.Nullable;

/** Keys of {@code reduce}. */
public record ReduceConfig(
    @Key(
            place = Key.Place.THERE,
            meaning =
                "HDF5 files, folders (searched to any depth) or glob patterns; local paths or URIs."
                    + " A list, or the key repeated.",
            byDefault = "[]")
        List<String> input,
    @Key(
            place = Key.Place.ANY,
            meaning = "Folder or URI that holds the tables; made where there is none.")
        String catalogue,
    @Key(meaning = "Frames.") FramesConfig frames,
    @Key(
            meaning =
                "Numeric datasets of the files to keep with each frame: absolute paths, or last"
                    + " names that are unique in the file, such as pressure.",
            byDefault = "[]")
        List<String> conditions,
    @Key(meaning = "Geometry.") GeometryConfig geometry,
    @Key(meaning = "Mask.") MaskConfig mask,
    @Key(meaning = "Corrections.") CorrectionConfig correction,
    @Key(meaning = "Integration.") IntegrationConfig integration,
    @Key(meaning = "Baseline.") BaselineConfig baseline,
    @Key(meaning = "Figures.") FiguresConfig figures,
    @Key(
            meaning = "Try again what failed before, although nothing about it has changed.",
            byDefault = "false")
        boolean retryFailed,
    @Key(meaning = "Raw data to simulate where no input is named.")
        @Nullable SimulateConfig simulate) {

  public ReduceConfig {
    InvalidValue.unless(
        !input.isEmpty() || simulate != null,
        "input",
        "no input is named",
        "Set input=PATH, a file, a folder or a pattern.");
    InvalidValue.unless(
        simulate == null || simulate.recipe() == SimulateConfig.Recipe.RAW_RAMP,
        "simulate",
        "only frames can be reduced",
        "Set simulate.recipe=raw-ramp.");
  }

  /** The same on these files, with the geometry that belongs to them. */
  public ReduceConfig of(List<String> files, String poni) {
    return new ReduceConfig(
        files,
        catalogue,
        frames,
        conditions,
        geometry.withPoni(poni),
        mask,
        correction,
        integration,
        baseline,
        figures,
        retryFailed,
        null);
  }
}
