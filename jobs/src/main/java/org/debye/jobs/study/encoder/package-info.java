/**
 * The study of encoders: each learns from spectra without labels, again and again, and is judged by
 * what few labels make of its representations, beside what they make of the spectra themselves.
 */
@NullMarked
package org.debye.jobs.study.encoder;

import org.jspecify.annotations.NullMarked;
