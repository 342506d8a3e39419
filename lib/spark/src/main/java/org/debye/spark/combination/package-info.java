/** Linear combination fits of the absorption spectra of a catalogue, dataset by dataset. */
@NullMarked
package org.debye.spark.combination;

import org.jspecify.annotations.NullMarked;
