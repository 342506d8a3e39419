/** Near duplicates. */
@NullMarked
package org.debye.jobs.duplicates;

import org.jspecify.annotations.NullMarked;
