/** Where a job's spectra come from: the tables of a catalogue, or a MATLAB or .npy file. */
@NullMarked
package org.debye.jobs.scene;

import org.jspecify.annotations.NullMarked;
