/**
 * The parts of the HDF5 file format that the frames' way needs: superblock, object headers and
 * bounded reads. Nothing here trusts a length or an address that it finds in a file.
 */
@NullMarked
package org.debye.hdf5.format;

import org.jspecify.annotations.NullMarked;
