/**
 * The Delta tables of a catalogue: their schemas, rows and exactly-once protocol. Rows are appended
 * and small tables are read through Delta Kernel, which needs no SQL engine to start; rows are
 * removed and files compacted through Spark.
 */
@NullMarked
package org.debye.spark.table;

import org.jspecify.annotations.NullMarked;
