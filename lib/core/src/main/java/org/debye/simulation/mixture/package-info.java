/** Linear mixtures that were never measured, with their truth. */
@NullMarked
package org.debye.simulation.mixture;

import org.jspecify.annotations.NullMarked;
