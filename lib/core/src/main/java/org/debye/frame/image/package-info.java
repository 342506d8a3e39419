/** Images kept in files of their own: masks, darks and flats in EDF, NPY and TIFF. */
@NullMarked
package org.debye.frame.image;

import org.jspecify.annotations.NullMarked;
