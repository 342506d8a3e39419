/** Jobs that are killed, starved and disturbed: their tables are those of undisturbed ones. */
@NullMarked
package org.debye.acceptance.faults;

import org.jspecify.annotations.NullMarked;
