/** What ranks of a training run do together: broadcast, sum, gather. */
@NullMarked
package org.debye.learning.collective;

import org.jspecify.annotations.NullMarked;
