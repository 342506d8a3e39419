/**
 * The posterior of the endmember mixture model: its density, one start of inference on it, labels,
 * and what several starts agree on.
 */
@NullMarked
package org.debye.unmixing.posterior;

import org.jspecify.annotations.NullMarked;
