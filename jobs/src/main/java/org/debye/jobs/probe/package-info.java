/** The job {@code probe}: what a trained encoder knows of peaks. */
@NullMarked
package org.debye.jobs.probe;

import org.jspecify.annotations.NullMarked;
