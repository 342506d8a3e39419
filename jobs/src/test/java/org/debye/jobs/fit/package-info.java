/** Sums of references. */
@NullMarked
package org.debye.jobs.fit;

import org.jspecify.annotations.NullMarked;
