/**
 * Features of spectra by many fixed convolutions, on which a linear classifier does as well as much
 * slower ones: MiniRocket and Hydra.
 */
@NullMarked
package org.debye.classification.convolution;

import org.jspecify.annotations.NullMarked;
