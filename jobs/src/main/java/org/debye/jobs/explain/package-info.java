/** The job {@code explain}: what a trained network looks at. */
@NullMarked
package org.debye.jobs.explain;

import org.jspecify.annotations.NullMarked;
