/** The job {@code predict}: a trained model over the spectra of a catalogue. */
@NullMarked
package org.debye.jobs.predict;

import org.jspecify.annotations.NullMarked;
