/**
 * Absorption spectra near the K edges of eight elements for sites with four, five and six
 * neighbours: a stand-in for the library of computed spectra of Carbone et al. 2019, which is not
 * public. {@link org.debye.simulation.absorption.SimulatedXanes} makes them.
 */
@NullMarked
package org.debye.simulation.absorption;

import org.jspecify.annotations.NullMarked;
