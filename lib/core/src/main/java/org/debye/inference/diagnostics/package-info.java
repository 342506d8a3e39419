/**
 * Whether draws can be trusted: R-hat, effective sample sizes, Monte Carlo errors, the energy
 * fraction; summaries of a variable and of a sampler's run.
 */
@NullMarked
package org.debye.inference.diagnostics;

import org.jspecify.annotations.NullMarked;
