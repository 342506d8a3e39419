/** Tests of conformal intervals. */
@NullMarked
package org.debye.evaluation.conformal;

import org.jspecify.annotations.NullMarked;
