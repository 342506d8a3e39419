/** Tests of the job {@code represent}. */
@NullMarked
package org.debye.jobs.represent;

import org.jspecify.annotations.NullMarked;
