/**
 * Writes NeXus files frame by frame: raw stacks as a LAMBDA detector leaves them, and NXazint1d
 * results. Own writer, since jHDF's takes whole arrays in memory.
 */
@NullMarked
package org.debye.hdf5.write;

import org.jspecify.annotations.NullMarked;
