/**
 * The simulation-inference study: one cell simulates a dataset, infers it by one method from one
 * start, and measures the result against the truth; the selection among starts comes afterwards.
 */
@NullMarked
package org.debye.study;

import org.jspecify.annotations.NullMarked;
