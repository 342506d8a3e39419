package org.debye.jobs.export;

import java.io.Closeable;
import java.io.IOException;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.SpectralAxis;

/** Takes spectra in order of dataset and frame. */
public interface SpectraWriter extends Closeable {
  void write(DatasetRow dataset, SpectrumRow row, SpectralAxis axis) throws IOException;
}
