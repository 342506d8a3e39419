/**
 * Networks that say how much of each class there is in a spectrum, and between which quantiles it
 * lies.
 */
@NullMarked
package org.debye.learning.fraction;

import org.jspecify.annotations.NullMarked;
