/** Spectra into and out of the tables, for tools that do not read Delta. */
@NullMarked
package org.debye.spark.exchange;

import org.jspecify.annotations.NullMarked;
