/** Tests of the no-U-turn sampler. */
@NullMarked
package org.debye.inference.nuts;

import org.jspecify.annotations.NullMarked;
