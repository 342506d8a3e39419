/**
 * Layers of networks: linear, convolution, normalisation, attention, recurrence; forward by
 * libtorch, backward by its autograd.
 */
@NullMarked
package org.debye.learning.layer;

import org.jspecify.annotations.NullMarked;
