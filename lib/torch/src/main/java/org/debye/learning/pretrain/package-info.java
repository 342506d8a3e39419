/** Learning of representations without labels, composed of tasks. */
@NullMarked
package org.debye.learning.pretrain;

import org.jspecify.annotations.NullMarked;
