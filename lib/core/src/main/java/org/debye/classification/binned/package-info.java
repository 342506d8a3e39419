/** Spectra classified point by point in bins, and the bins' votes (Sun's thesis, chapter 4). */
@NullMarked
package org.debye.classification.binned;

import org.jspecify.annotations.NullMarked;
