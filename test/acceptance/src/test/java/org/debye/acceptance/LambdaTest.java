package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.debye.fixtures.SharedData;
import org.debye.jobs.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The beamline's own result of a real LAMBDA series, by the command line alone. */
class LambdaTest {
  private static final int FRAMES = 50;
  private static final int POINTS = 4038;

  /** Of a row's maximum. */
  private static final double TOLERANCE = 1e-5;

  @TempDir Path folder;

  @Test
  void theExportedRowsEqualThoseOfPyfai() throws IOException {
    Optional<Path> found = SharedData.find("lambda");
    assumeThat(found).as(SharedData.absent("lambda")).isPresent();
    Path data = found.orElseThrow();
    CommandLine reduced =
        CommandLine.run(
            "reduce",
            "input=" + data,
            "geometry.poni=" + data.resolve("L2.poni"),
            "catalogue=" + folder.resolve("tables"),
            "integration.normalisation=legacy",
            "integration.points=" + POINTS,
            "integration.unit=2th_deg",
            "integration.polarisation=0.99",
            "geometry.flip=vertical",
            "mask.gaps=false",
            "mask.negative=false",
            "mask.saturated=false",
            "mask.file-bits=false",
            "figures.enabled=false");
    assertThat(reduced.code()).as(reduced.err()).isEqualTo(ExitCode.DONE);
    Path csv = folder.resolve("lambda.csv");
    CommandLine exported =
        CommandLine.run(
            "export", "catalogue=" + folder.resolve("tables"), "format=csv", "output=" + csv);
    assertThat(exported.code()).as(exported.err()).isEqualTo(ExitCode.DONE);

    float[][] ours = intensities(Files.readAllLines(csv));
    float[][] stored;
    try (HdfFile file = new HdfFile(data.resolve("testasapo1_1009_00002_proc.nxs"))) {
      stored = (float[][]) file.getDatasetByPath("processed/result/data").getData();
    }
    for (int row = 0; row < FRAMES; row++) {
      assertThat(worst(ours[frameOf(row)], stored[row])).as("row %d", row).isLessThan(TOLERANCE);
    }
  }

  /** The beamline's tool counts the first frame of each part of ten twice, and never the last. */
  private static int frameOf(int row) {
    return row / 10 * 10 + Math.max(row % 10 - 1, 0);
  }

  /** The largest difference over the maximum; that tool clips at 0.1 from below. */
  private static double worst(float[] ours, float[] stored) {
    double worst = 0;
    double maximum = 0;
    for (int i = 0; i < POINTS; i++) {
      worst = Math.max(worst, Math.abs(Math.max(ours[i], 0.1f) - stored[i]));
      maximum = Math.max(maximum, stored[i]);
    }
    return worst / maximum;
  }

  private static float[][] intensities(List<String> lines) {
    assertThat(lines).hasSize(1 + FRAMES * POINTS);
    assertThat(lines.get(0)).isEqualTo("dataset_id,frame,two_theta_deg,intensity,sigma,baseline");
    float[][] values = new float[FRAMES][POINTS];
    for (int i = 0; i < FRAMES * POINTS; i++) {
      String[] fields = lines.get(i + 1).split(",", -1);
      assertThat(Integer.parseInt(fields[1])).isEqualTo(i / POINTS);
      values[i / POINTS][i % POINTS] = Float.parseFloat(fields[3]);
    }
    return values;
  }
}
