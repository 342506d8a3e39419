/** The job {@code duplicates}: spectra that are as good as there already. */
@NullMarked
package org.debye.jobs.duplicates;

import org.jspecify.annotations.NullMarked;
