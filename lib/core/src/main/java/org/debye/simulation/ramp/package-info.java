/**
 * Spectra of compression ramps from crystal structures and equations of state, with the truth of
 * every frame: what models of phase transitions are trained on and scored against. {@link
 * org.debye.simulation.ramp.SimulatedRamp} is the entrance; its physics is frozen under a version.
 */
@NullMarked
package org.debye.simulation.ramp;

import org.jspecify.annotations.NullMarked;
