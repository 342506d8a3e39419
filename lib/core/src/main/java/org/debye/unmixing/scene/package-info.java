/**
 * Unmixing of a whole set of measured spectra: brightness, reduction, inference, and the way back
 * to spectra with bands and abundances with intervals.
 */
@NullMarked
package org.debye.unmixing.scene;

import org.jspecify.annotations.NullMarked;
