/**
 * One dataset's stored frames: where each chunk lies (planned once, shipped to tasks) and how it
 * becomes pixels again. Own parsers of the public format: jHDF 0.13 stops at the first unwritten
 * chunk of an extensible array, reads its addresses as 31-bit numbers, ignores paged blocks and
 * maximum extents, and follows damaged trees without end.
 */
@NullMarked
package org.debye.hdf5.chunk;

import org.jspecify.annotations.NullMarked;
