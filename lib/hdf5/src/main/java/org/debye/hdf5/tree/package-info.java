/**
 * The object graph of one HDF5 file: groups, links, attributes, types, small values and the
 * mappings of virtual datasets. Other files are never opened here, and frames are read elsewhere.
 */
@NullMarked
package org.debye.hdf5.tree;

import org.jspecify.annotations.NullMarked;
