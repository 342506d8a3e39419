/** Principal components of few spectra with many points, and linear classifiers on them. */
@NullMarked
package org.debye.classification.subspace;

import org.jspecify.annotations.NullMarked;
