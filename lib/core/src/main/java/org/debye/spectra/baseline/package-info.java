/**
 * Estimates of the slowly varying part of a spectrum: one {@link
 * org.debye.spectra.baseline.Baseline} per named method, made from its {@link
 * org.debye.spectra.baseline.BaselineSettings}.
 */
@NullMarked
package org.debye.spectra.baseline;

import org.jspecify.annotations.NullMarked;
