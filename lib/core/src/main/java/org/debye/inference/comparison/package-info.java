/**
 * Which model predicts better: leave-one-out cross-validation by Pareto smoothed importance
 * sampling, WAIC, differences with their errors, stacking.
 */
@NullMarked
package org.debye.inference.comparison;

import org.jspecify.annotations.NullMarked;
