package org.debye.jobs.fit;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.value.FrameRange;
import org.jspecify.annotations.Nullable;

/** Keys of {@code references}: which spectra others are made of. */
public record ChosenSpectra(
    @Key(meaning = "Ids or names of the datasets whose spectra are the references, with * and ?.")
        List<String> dataset,
    @Key(
            meaning =
                "First and last of their spectra, from 0, both included: 10:19, 10: or :19. All"
                    + " when left out.",
            unit = "frames")
        @Nullable FrameRange frames) {
  public ChosenSpectra {
    InvalidValue.unless(
        !dataset.isEmpty(),
        "dataset",
        "no reference is named",
        "Set references.dataset=[hematite*, goethite*], for example.");
  }
}
