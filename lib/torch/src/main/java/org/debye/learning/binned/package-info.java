/**
 * Spectra cut into bins, each with a small network that sees one point at a time: chapter 4 and
 * section 5.1.1 of Sun, <em>Machine learning for spectra classification</em> (thesis).
 */
@NullMarked
package org.debye.learning.binned;

import org.jspecify.annotations.NullMarked;
