/**
 * What a series of spectra shows before anything is known of it (Sun, thesis, ch. 3): principal
 * components, spectral clustering, and how firm the boundary between the clusters is.
 */
@NullMarked
package org.debye.exploration;

import org.jspecify.annotations.NullMarked;
