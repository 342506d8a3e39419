/** Training on Spark: where models are kept. */
@NullMarked
package org.debye.spark.training;

import org.jspecify.annotations.NullMarked;
