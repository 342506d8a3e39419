/** Tests of the job {@code probe}. */
@NullMarked
package org.debye.jobs.probe;

import org.jspecify.annotations.NullMarked;
