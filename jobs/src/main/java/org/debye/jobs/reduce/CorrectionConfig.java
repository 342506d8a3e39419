package org.debye.jobs.reduce;

import org.debye.jobs.config.Key;
import org.jspecify.annotations.Nullable;

/** Keys of {@code correction}: dark and flat. */
public record CorrectionConfig(
    @Key(
            place = Key.Place.THERE,
            meaning =
                "Dark image (EDF, NPY, TIFF; HDF5 as FILE::/dataset), subtracted from every frame.")
        @Nullable String dark,
    @Key(
            place = Key.Place.THERE,
            meaning = "Flat image, by which every frame is divided after the dark is subtracted.")
        @Nullable String flat,
    @Key(
            meaning =
                "Divide by the file's own flat field where correction.flat is not given and the"
                    + " file does not say that it was applied.",
            byDefault = "true")
        boolean useFileFlat) {}
