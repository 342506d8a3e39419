package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.debye.fixtures.Golden;
import org.debye.fixtures.SharedData;
import org.debye.jobs.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The beamline's own result of a real LAMBDA series, by the command line alone. */
class LambdaTest {
  private static final int FRAMES = 50;
  private static final int POINTS = 4038;

  /** Frames of test/golden/lambda_masked_*. */
  private static final List<Integer> GOLDEN_FRAMES = List.of(0, 37);

  /** Of a row's maximum. */
  private static final double TOLERANCE = 1e-5;

  @TempDir Path folder;

  @Test
  void theExportedRowsEqualThoseOfPyfai() throws IOException {
    Path data = data();
    List<String> lines =
        exported(
            data,
            "integration.normalisation=legacy",
            "mask.gaps=false",
            "mask.negative=false",
            "mask.saturated=false",
            "mask.file-bits=false");

    float[][] ours = column(lines, 3);
    float[][] stored;
    try (HdfFile file = new HdfFile(data.resolve("testasapo1_1009_00002_proc.nxs"))) {
      stored = (float[][]) file.getDatasetByPath("processed/result/data").getData();
    }
    for (int row = 0; row < FRAMES; row++) {
      assertThat(worst(clipped(ours[frameOf(row)]), stored[row]))
          .as("row %d", row)
          .isLessThan(TOLERANCE);
    }
  }

  /** Everything masked, as a user would run it: test/golden/pyfai_lambda.py. */
  @ParameterizedTest
  @ValueSource(strings = {"ng", "legacy"})
  void maskedRowsEqualThoseOfPyfai(String normalisation) throws IOException {
    List<String> lines =
        exported(
            data(),
            "integration.normalisation=" + normalisation,
            "integration.error-model=" + (normalisation.equals("ng") ? "poisson" : "none"));

    float[][] ours = column(lines, 3);
    expect(ours, Golden.floats("lambda_masked_" + normalisation + ".f32"));
    if (normalisation.equals("ng")) {
      expect(column(lines, 4), Golden.floats("lambda_masked_ng_sigma.f32"));
    }
    double[] axis = Golden.doubles("lambda_masked_axis.f64");
    for (int i = 0; i < POINTS; i++) {
      assertThat(Double.parseDouble(lines.get(1 + i).split(",", -1)[2]))
          .isCloseTo(axis[i], within(1e-11));
    }
  }

  private static void expect(float[][] ours, float[] golden) {
    for (int k = 0; k < GOLDEN_FRAMES.size(); k++) {
      float[] row = Arrays.copyOfRange(golden, k * POINTS, (k + 1) * POINTS);
      assertThat(worst(ours[GOLDEN_FRAMES.get(k)], row)).as("golden %d", k).isLessThan(TOLERANCE);
    }
  }

  private static Path data() {
    Optional<Path> found = SharedData.find("lambda");
    assumeThat(found).as(SharedData.absent("lambda")).isPresent();
    return found.orElseThrow();
  }

  /** Reduces in 2theta with polarisation, and exports as CSV. */
  private List<String> exported(Path data, String... keys) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "reduce",
                "input=" + data,
                "geometry.poni=" + data.resolve("L2.poni"),
                "catalogue=" + folder.resolve("tables"),
                "integration.points=" + POINTS,
                "integration.unit=2th_deg",
                "integration.polarisation=0.99",
                "geometry.flip=vertical",
                "figures.enabled=false"));
    words.addAll(List.of(keys));
    CommandLine reduced = CommandLine.run(words.toArray(String[]::new));
    assertThat(reduced.code()).as(reduced.err()).isEqualTo(ExitCode.DONE);
    Path csv = folder.resolve("lambda.csv");
    CommandLine exported =
        CommandLine.run(
            "export", "catalogue=" + folder.resolve("tables"), "format=csv", "output=" + csv);
    assertThat(exported.code()).as(exported.err()).isEqualTo(ExitCode.DONE);
    return Files.readAllLines(csv);
  }

  /** The beamline's tool counts the first frame of each part of ten twice, and never the last. */
  private static int frameOf(int row) {
    return row / 10 * 10 + Math.max(row % 10 - 1, 0);
  }

  /** As that tool does, from below. */
  private static float[] clipped(float[] row) {
    float[] clipped = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      clipped[i] = Math.max(row[i], 0.1f);
    }
    return clipped;
  }

  /** The largest difference over the maximum; a bin that is empty in one must be so in both. */
  private static double worst(float[] ours, float[] expected) {
    double worst = 0;
    double maximum = 0;
    for (int i = 0; i < POINTS; i++) {
      assertThat(Float.isNaN(ours[i]))
          .as("point %d is empty", i)
          .isEqualTo(Float.isNaN(expected[i]));
      if (!Float.isNaN(expected[i])) {
        worst = Math.max(worst, Math.abs(ours[i] - expected[i]));
        maximum = Math.max(maximum, expected[i]);
      }
    }
    return worst / maximum;
  }

  private static float[][] column(List<String> lines, int column) {
    assertThat(lines).hasSize(1 + FRAMES * POINTS);
    assertThat(lines.get(0)).isEqualTo("dataset_id,frame,two_theta_deg,intensity,sigma,baseline");
    float[][] values = new float[FRAMES][POINTS];
    for (int i = 0; i < FRAMES * POINTS; i++) {
      String[] fields = lines.get(i + 1).split(",", -1);
      assertThat(Integer.parseInt(fields[1])).isEqualTo(i / POINTS);
      values[i / POINTS][i % POINTS] = Float.parseFloat(fields[column]);
    }
    return values;
  }
}
