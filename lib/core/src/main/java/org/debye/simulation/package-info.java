/**
 * Measurements that were never made, with their truth: a compression ramp in a diamond anvil cell
 * as raw detector frames ({@link org.debye.simulation.RawRamp}) or as spectra.
 */
@NullMarked
package org.debye.simulation;

import org.jspecify.annotations.NullMarked;
