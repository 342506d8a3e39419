/**
 * From a seed to the tables: simulated datasets are made in tasks and committed with their truth,
 * as incrementally as those that are reduced.
 */
@NullMarked
package org.debye.spark.simulation;

import org.jspecify.annotations.NullMarked;
