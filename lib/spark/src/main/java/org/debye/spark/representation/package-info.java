/**
 * Trained encoders over the spectra of a catalogue, piece by piece, and how well spectra and their
 * representations fall into clusters.
 */
@NullMarked
package org.debye.spark.representation;

import org.jspecify.annotations.NullMarked;
