package org.debye.jobs.explain;

import org.debye.jobs.config.Key;
import org.debye.jobs.value.FrameRange;
import org.jspecify.annotations.Nullable;

/** Keys of {@code explain}. */
public record ExplainConfig(
    @Key(meaning = "Name of a network of the catalogue, or the folder or URI of one.") String model,
    @Key(
            place = Key.Place.ANY,
            meaning = "Folder or URI of the tables: spectra, and where the figures go.")
        String catalogue,
    @Key(meaning = "Id or name of the dataset that it is asked about.") String dataset,
    @Key(
            meaning = "First and last frame, from 0, both included: 10:19, 10: or :19.",
            unit = "frames")
        @Nullable FrameRange frames,
    @Key(
            meaning = "The frame whose own importance is drawn; the middle one when left out.",
            unit = "frame")
        @Nullable Long frame,
    @Key(meaning = "Interpolate spectra on another axis than the model's.", byDefault = "false")
        boolean resample) {}
