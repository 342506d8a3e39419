/** Small mathematics that several topics need, named by the mathematics. */
@NullMarked
package org.debye.numeric;

import org.jspecify.annotations.NullMarked;
