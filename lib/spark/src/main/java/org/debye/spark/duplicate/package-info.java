/**
 * Near duplicates among the spectra of a catalogue: found on Spark, and left out of another one.
 */
@NullMarked
package org.debye.spark.duplicate;

import org.jspecify.annotations.NullMarked;
