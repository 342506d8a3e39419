/** Tests of the job {@code evaluate}. */
@NullMarked
package org.debye.jobs.evaluate;

import org.jspecify.annotations.NullMarked;
