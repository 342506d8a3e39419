/**
 * Work that ranks do together on Spark: one barrier task each, connected by a collective, begun
 * again from its last checkpoint when an executor is lost; and where the checkpoints are kept.
 * Knows nothing of what is trained.
 */
@NullMarked
package org.debye.spark.training;

import org.jspecify.annotations.NullMarked;
