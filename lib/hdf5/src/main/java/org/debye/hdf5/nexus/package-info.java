/** Where NeXus and the beamlines' own layouts keep frames, and what they say about them. */
@NullMarked
package org.debye.hdf5.nexus;

import org.jspecify.annotations.NullMarked;
