/** Which frames of which stored datasets make the frames of a dataset, virtual ones included. */
@NullMarked
package org.debye.hdf5.virtual;

import org.jspecify.annotations.NullMarked;
