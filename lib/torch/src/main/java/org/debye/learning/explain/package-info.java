/** What a classifier looks at: gradients over the axis, matrices of attention. */
@NullMarked
package org.debye.learning.explain;

import org.jspecify.annotations.NullMarked;
