package org.debye.spark.reduce;

import java.io.Serializable;
import org.debye.frame.DetectorGeometry;
import org.debye.frame.DetectorLayout;
import org.debye.frame.MaskRules;
import org.debye.spectra.baseline.BaselineSettings;
import org.debye.spectra.reduction.IntegrationSettings;
import org.jspecify.annotations.Nullable;

/**
 * How the frames of a dataset become spectra: everything that is known before a frame is read,
 * except the images that the user gives and those in the dataset's own files.
 *
 * @param saturation the file's
 * @param fileFlat whether the file's own flat is used
 */
record Recipe(
    DetectorGeometry geometry,
    DetectorLayout layout,
    MaskRules rules,
    @Nullable Double saturation,
    boolean fileFlat,
    IntegrationSettings integration,
    BaselineSettings baseline)
    implements Serializable {}
