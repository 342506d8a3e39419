package org.debye.jobs.reduce;

import java.util.List;
import org.debye.frame.MaskRules;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.jspecify.annotations.Nullable;

/** Keys of {@code mask}: which pixels are left out. */
public record MaskConfig(
    @Key(
            place = Key.Place.THERE,
            meaning =
                "Mask images of the whole detector (EDF, NPY, TIFF; HDF5 as FILE::/dataset), as it"
                    + " is after the flip; not 0 means masked.",
            byDefault = "[]")
        List<String> files,
    @Key(meaning = "Leave out pixels that no module covers.", byDefault = "true") boolean gaps,
    @Key(meaning = "Leave out pixels below 0.", byDefault = "true") boolean negative,
    @Key(meaning = "Leave out pixels at or above the saturation.", byDefault = "true")
        boolean saturated,
    @Key(meaning = "Leave out pixels that the file's own pixel_mask marks.", byDefault = "true")
        boolean fileBits,
    @Key(
            meaning =
                "Overrides the file's saturation_value; where neither is given, only the type's"
                    + " largest value, the mark of Dectris detectors, counts as saturated.",
            unit = "counts")
        @Nullable Double saturation,
    @Key(meaning = "Value that means no data.", unit = "counts") @Nullable Double dummy,
    @Key(
            meaning = "How far from the dummy a value still means no data.",
            unit = "counts",
            byDefault = "0")
        double deltaDummy) {

  public MaskConfig {
    InvalidValue.unless(
        deltaDummy >= 0, "deltaDummy", deltaDummy + " is below 0", "Write 0 for the value alone.");
    InvalidValue.unless(
        saturation == null || saturation > 0,
        "saturation",
        saturation + " is not above 0",
        "Write the counts at which a pixel is full, or mask.saturated=false.");
  }

  MaskRules rules() {
    return new MaskRules(gaps, negative, saturated, fileBits, saturation, dummy, deltaDummy);
  }
}
