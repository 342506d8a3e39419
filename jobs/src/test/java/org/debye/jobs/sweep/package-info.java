/** Tests of the sweep job's parts. */
@NullMarked
package org.debye.jobs.sweep;

import org.jspecify.annotations.NullMarked;
