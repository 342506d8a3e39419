/**
 * X-ray absorption spectra: where the edge is, normalisation to a step of one, a standard grid of
 * energies, and reasons not to take a spectrum. {@link
 * org.debye.spectra.absorption.EdgeNormalisation} is where to begin.
 */
@NullMarked
package org.debye.spectra.absorption;

import org.jspecify.annotations.NullMarked;
