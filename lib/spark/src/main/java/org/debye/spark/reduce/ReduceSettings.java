package org.debye.spark.reduce;

import java.util.List;
import org.debye.hdf5.PlanSettings;
import org.debye.spark.file.SourceSelection;
import org.debye.spectra.baseline.BaselineSettings;
import org.debye.spectra.reduction.IntegrationSettings;

/**
 * Everything that {@link ReduceRun} needs to know.
 *
 * @param input files, directories (searched to any depth) or glob patterns; local paths or URIs
 * @param catalogue directory of the tables; a local path or URI
 * @param files which files of a directory are inputs
 * @param plan where frames are in a file, and which conditions go with them
 * @param frames which of them become spectra
 * @param retryFailed whether failed and partial datasets whose sources have not changed are tried
 *     again
 * @param configuration the whole configuration as canonical text, for the record of the run
 */
public record ReduceSettings(
    List<String> input,
    String catalogue,
    SourceSelection files,
    PlanSettings plan,
    FrameSelection frames,
    GeometrySettings geometry,
    CorrectionSettings corrections,
    IntegrationSettings integration,
    BaselineSettings baseline,
    boolean retryFailed,
    String configuration) {
  public ReduceSettings {
    input = List.copyOf(input);
    if (input.isEmpty()) {
      throw new IllegalArgumentException("no input");
    }
  }
}
