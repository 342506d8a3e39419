/** Tests of the simulate job. */
@NullMarked
package org.debye.jobs.simulate;

import org.jspecify.annotations.NullMarked;
