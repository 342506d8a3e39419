/** Losses that draw representations of one kind together and others apart. */
@NullMarked
package org.debye.learning.contrast;

import org.jspecify.annotations.NullMarked;
