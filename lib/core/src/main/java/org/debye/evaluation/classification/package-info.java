/** How good predicted classes and their probabilities are. */
@NullMarked
package org.debye.evaluation.classification;

import org.jspecify.annotations.NullMarked;
