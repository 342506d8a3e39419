package org.debye.spark.reduce;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.debye.spark.table.DataFile;
import org.debye.spectra.SpectralAxis;

/**
 * What a task gives back: a file that waits to be committed, and what is in it.
 *
 * @param files none where no spectrum was made
 * @param axes of the spectra, by id
 */
record TaskOutcome(List<DataFile> files, List<RunOutcome> runs, Map<String, SpectralAxis> axes)
    implements Serializable {}
