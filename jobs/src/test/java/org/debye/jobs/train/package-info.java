/** Tests of the job {@code train}. */
@NullMarked
package org.debye.jobs.train;

import org.jspecify.annotations.NullMarked;
