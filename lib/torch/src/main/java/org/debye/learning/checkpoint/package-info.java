/**
 * Models on disk: weights as safetensors, a JSON card that says what they are, folders that hold a
 * whole checkpoint or none. Plain Java, without libtorch.
 */
@NullMarked
package org.debye.learning.checkpoint;

import org.jspecify.annotations.NullMarked;
