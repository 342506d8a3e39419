package org.debye.jobs.export;

import java.io.Closeable;
import java.io.IOException;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;

/** Takes spectra in order of dataset and frame. */
interface SpectraWriter extends Closeable {
  void write(String datasetId, long frame, SpectralAxis axis, Spectrum spectrum) throws IOException;
}
