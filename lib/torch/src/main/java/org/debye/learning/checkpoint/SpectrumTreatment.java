package org.debye.learning.checkpoint;

import java.io.Serializable;

/** What happens to a spectrum between the table and the model, in this order. */
public record SpectrumTreatment(BaselineUse baseline, IntensityScaling scaling)
    implements Serializable {}
