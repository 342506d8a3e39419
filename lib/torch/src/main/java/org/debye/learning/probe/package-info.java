/** Linear layers that ask a representation what it knows of peaks. */
@NullMarked
package org.debye.learning.probe;

import org.jspecify.annotations.NullMarked;
