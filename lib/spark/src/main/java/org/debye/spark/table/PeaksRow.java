package org.debye.spark.table;

import java.util.List;
import org.debye.spectra.peak.SpectralPeak;

/**
 * A row of the table of peaks: which lines one frame has, and who says so.
 *
 * @param frame of the dataset, as in {@code spectra}
 * @param peaks ascending by position; none where the frame has none
 * @param origin as that of a label: {@link LabelRow#simulated} for a generator
 * @param runId of the run that wrote it
 */
public record PeaksRow(
    String datasetId, long frame, List<SpectralPeak> peaks, String origin, String runId) {
  public PeaksRow {
    peaks = List.copyOf(peaks);
  }
}
