package org.debye.learning.checkpoint;

/** What happens to a spectrum between the table and the model, in this order. */
public record SpectrumTreatment(BaselineUse baseline, IntensityScaling scaling) {}
