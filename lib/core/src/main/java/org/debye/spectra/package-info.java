/**
 * One-dimensional data: axes and spectra. Reduction from frames, baselines and text formats are
 * packages below.
 */
@NullMarked
package org.debye.spectra;

import org.jspecify.annotations.NullMarked;
