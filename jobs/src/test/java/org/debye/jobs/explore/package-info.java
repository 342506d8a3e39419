/** Factors and targets. */
@NullMarked
package org.debye.jobs.explore;

import org.jspecify.annotations.NullMarked;
