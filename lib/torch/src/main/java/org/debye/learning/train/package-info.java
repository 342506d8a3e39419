/** The training loop, one for every model. */
@NullMarked
package org.debye.learning.train;

import org.jspecify.annotations.NullMarked;
