/**
 * Decoders of the filters that detector files are written with, over byte arrays. Entropy coders
 * come from libraries; everything around them (headers, blocks, shuffles, checksums) is here, and
 * checks every size before it is used.
 */
@NullMarked
package org.debye.hdf5.filter;

import org.jspecify.annotations.NullMarked;
