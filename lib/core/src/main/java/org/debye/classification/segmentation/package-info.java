/** Where a ramp of spectra changes, without labels. */
@NullMarked
package org.debye.classification.segmentation;

import org.jspecify.annotations.NullMarked;
