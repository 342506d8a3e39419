/** Debye on Spark: the session; tables, files, reduction and exchange are packages below. */
@NullMarked
package org.debye.spark;

import org.jspecify.annotations.NullMarked;
