/** The unmix job: spectra of a catalogue or a scene file to endmembers and abundances. */
@NullMarked
package org.debye.jobs.unmix;

import org.jspecify.annotations.NullMarked;
