/** Tests of what a standalone cluster needs beside Spark. */
@NullMarked
package org.debye.spark.standalone;

import org.jspecify.annotations.NullMarked;
