/** Tests of the job {@code predict}. */
@NullMarked
package org.debye.jobs.predict;

import org.jspecify.annotations.NullMarked;
