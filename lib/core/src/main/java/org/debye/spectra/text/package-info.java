/**
 * Spectra out of text files and their kin. {@link org.debye.spectra.text.SpectrumText} tells the
 * dialect; what a file does not say of its axis, {@link org.debye.spectra.text.ImportSettings}
 * must.
 */
@NullMarked
package org.debye.spectra.text;

import org.jspecify.annotations.NullMarked;
