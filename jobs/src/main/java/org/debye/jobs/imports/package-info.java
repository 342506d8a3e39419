/** The import job: files of spectra into the tables. */
@NullMarked
package org.debye.jobs.imports;

import org.jspecify.annotations.NullMarked;
