/** Trained models over the spectra of a catalogue, dataset by dataset. */
@NullMarked
package org.debye.spark.prediction;

import org.jspecify.annotations.NullMarked;
