/**
 * Tasks that ask about relations between spectra, their pieces, and what was changed from outside.
 */
@NullMarked
package org.debye.learning.relation;

import org.jspecify.annotations.NullMarked;
