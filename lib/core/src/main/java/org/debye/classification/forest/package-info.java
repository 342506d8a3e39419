/** Forests of decision trees, however they were grown. */
@NullMarked
package org.debye.classification.forest;

import org.jspecify.annotations.NullMarked;
