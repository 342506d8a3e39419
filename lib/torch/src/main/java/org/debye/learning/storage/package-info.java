/** Models to the arrays and the card of a checkpoint, and back. */
@NullMarked
package org.debye.learning.storage;

import org.jspecify.annotations.NullMarked;
