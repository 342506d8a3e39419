/** Frame stacks and NeXus metadata from HDF5: find them, plan them once, read them anywhere. */
@NullMarked
package org.debye.hdf5;

import org.jspecify.annotations.NullMarked;
