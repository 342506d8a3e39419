/** What a trained classifier says of spectra. */
@NullMarked
package org.debye.learning.predict;

import org.jspecify.annotations.NullMarked;
