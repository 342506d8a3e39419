/**
 * The general sweep: a list of cells, each a small computation of its own, run as Spark tasks.
 * Results are durable as each cell ends, are committed in batches, and are never done twice. Knows
 * nothing of what the cells compute.
 */
@NullMarked
package org.debye.spark.sweep;

import org.jspecify.annotations.NullMarked;
