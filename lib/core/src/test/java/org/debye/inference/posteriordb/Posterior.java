package org.debye.inference.posteriordb;

import org.debye.inference.LogDensity;
import org.debye.inference.nuts.Recorder;

/** A density, and the variables that its reference draws name. */
interface Posterior extends LogDensity, Recorder {}
