/**
 * What a standalone cluster of Spark needs beside Spark: its secret, its processes, its address.
 */
@NullMarked
package org.debye.spark.standalone;

import org.jspecify.annotations.NullMarked;
