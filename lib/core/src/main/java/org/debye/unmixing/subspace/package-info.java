/**
 * Few dimensions for many spectra: principal components, minimum noise fraction, HySime's count of
 * endmembers and the noise estimates that these need. All work on the bands' second moments, so one
 * pass over the spectra is enough.
 */
@NullMarked
package org.debye.unmixing.subspace;

import org.jspecify.annotations.NullMarked;
