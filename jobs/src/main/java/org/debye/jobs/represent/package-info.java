/**
 * The job {@code represent}: what trained encoders make of the spectra of a catalogue, with maps
 * and clusterings of it.
 */
@NullMarked
package org.debye.jobs.represent;

import org.jspecify.annotations.NullMarked;
