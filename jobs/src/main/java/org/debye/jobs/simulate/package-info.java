/** The simulate job: raw frame stacks with their truth. */
@NullMarked
package org.debye.jobs.simulate;

import org.jspecify.annotations.NullMarked;
