/**
 * From listed files to the tables: what is missing is planned and reduced in tasks, in batches that
 * are committed once.
 */
@NullMarked
package org.debye.spark.reduce;

import org.jspecify.annotations.NullMarked;
