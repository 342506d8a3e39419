package org.debye.spark.reduce;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.nio.file.Path;
import java.util.List;
import org.debye.frame.DetectorGeometry;
import org.debye.frame.MaskRules;
import org.debye.hdf5.PlanSettings;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spark.file.SourceSelection;
import org.debye.spectra.AxisKind;
import org.debye.spectra.baseline.BaselineSettings;
import org.debye.spectra.reduction.IntegrationSettings;

/** Small raw files, and settings that reduce them. */
final class FrameFiles {
  private static final int ROWS = 12;
  private static final int COLUMNS = 20;

  private FrameFiles() {}

  /** Writes frames of random counts; equal seeds give equal files. */
  static void write(Path file, int frames, long seed) {
    RandomStream random = RandomStreams.of(seed).at(1);
    short[][][] counts = new short[frames][ROWS][COLUMNS];
    for (short[][] frame : counts) {
      for (short[] row : frame) {
        for (int i = 0; i < COLUMNS; i++) {
          row[i] = (short) (random.nextDouble() * 1000);
        }
      }
    }
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putGroup("entry").putGroup("data").putDataset("data", counts);
    }
  }

  static ReduceSettings settings(String input, String catalogue) {
    return settings(List.of(input), catalogue, FrameSelection.all(), false);
  }

  static ReduceSettings settings(
      List<String> input, String catalogue, FrameSelection frames, boolean retryFailed) {
    return new ReduceSettings(
        input,
        catalogue,
        SourceSelection.hdf5(),
        PlanSettings.defaults(),
        frames,
        GeometrySettings.of(
            DetectorGeometry.ofBeamCentre(0.1, 1e-3, 1e-3, 6, 10).withWavelength(1e-10)),
        CorrectionSettings.of(MaskRules.everything()),
        IntegrationSettings.of(16, AxisKind.Q_PER_NM),
        new BaselineSettings.None(),
        retryFailed,
        "test");
  }
}
