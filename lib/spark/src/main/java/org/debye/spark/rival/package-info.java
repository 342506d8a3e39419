/** Classifiers of Spark MLlib, to measure the networks against. What they learn needs no Spark. */
@NullMarked
package org.debye.spark.rival;

import org.jspecify.annotations.NullMarked;
