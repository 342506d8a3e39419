/** The export job: spectra as the files that other tools read. */
@NullMarked
package org.debye.jobs.export;

import org.jspecify.annotations.NullMarked;
