/** Spectra in memory for training: stores, batches and their order. */
@NullMarked
package org.debye.learning.data;

import org.jspecify.annotations.NullMarked;
