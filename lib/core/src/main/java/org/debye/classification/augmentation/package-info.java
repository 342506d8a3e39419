/** More training spectra made from those there are. */
@NullMarked
package org.debye.classification.augmentation;

import org.jspecify.annotations.NullMarked;
