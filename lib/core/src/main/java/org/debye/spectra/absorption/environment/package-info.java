/**
 * What stands around an absorbing atom: its neighbours in a crystal, and how far they are from a
 * tetrahedron, a square pyramid or an octahedron. {@link
 * org.debye.spectra.absorption.environment.LocalEnvironment} names the classes.
 */
@NullMarked
package org.debye.spectra.absorption.environment;

import org.jspecify.annotations.NullMarked;
