/** Networks on spectra: their weights, layers, training and checkpoints, on libtorch. */
@NullMarked
package org.debye.learning;

import org.jspecify.annotations.NullMarked;
