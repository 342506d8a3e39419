/**
 * Azimuthal integration: from detector frames to spectra, several frames per pass. {@link
 * org.debye.spectra.reduction.FrameReduction} is built once, {@link
 * org.debye.spectra.reduction.FrameBlock} holds the frames of one pass.
 */
@NullMarked
package org.debye.spectra.reduction;

import org.jspecify.annotations.NullMarked;
