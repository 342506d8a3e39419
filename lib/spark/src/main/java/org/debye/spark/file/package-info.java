/** Files on any Hadoop file system: listing them and reading them at a position. */
@NullMarked
package org.debye.spark.file;

import org.jspecify.annotations.NullMarked;
