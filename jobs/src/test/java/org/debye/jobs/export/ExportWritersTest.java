package org.debye.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.debye.failure.InputException;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportWritersTest {
  private static final SpectralAxis AXIS =
      new SpectralAxis(AxisKind.TWO_THETA_DEG, new double[] {9.5, 0.1 + 0.2, 25});

  private static DatasetRow dataset(String id) {
    return new DatasetRow(
        id,
        "scan_" + id,
        List.of(),
        "f",
        DatasetRow.Facts.unknown("c"),
        DatasetStatus.REDUCED,
        1,
        1,
        null,
        Instant.EPOCH,
        "run");
  }

  private static SpectrumRow row(String id, long frame, SpectralAxis axis, Spectrum spectrum) {
    return new SpectrumRow(
        id, frame, null, Double.NaN, Double.NaN, Map.of(), axis.id(), spectrum, "run");
  }

  private static String csv(SpectrumRow... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter writer = new CsvWriter(out)) {
      for (SpectrumRow row : rows) {
        writer.write(dataset(row.datasetId()), row, AXIS);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void csvHasALineForEachPoint() throws IOException {
    float[] intensity = {1.5f, Float.NaN, 1e-7f};
    float[] sigma = {0.5f, Float.NaN, 3};
    float[] baseline = {1, 2, 3};
    assertThat(
            csv(
                row("a", 7, AXIS, new Spectrum(intensity, sigma, baseline)),
                row("b", 0, AXIS, new Spectrum(intensity, Spectrum.NONE, Spectrum.NONE))))
        .isEqualTo(
            """
            dataset_id,frame,two_theta_deg,intensity,sigma,baseline
            a,7,9.5,1.5,0.5,1.0
            a,7,0.30000000000000004,NaN,NaN,2.0
            a,7,25.0,1.0E-7,3.0,3.0
            b,0,9.5,1.5,,
            b,0,0.30000000000000004,NaN,,
            b,0,25.0,1.0E-7,,
            """);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void numbersReadBackToTheSameBits(long seed) throws IOException {
    Random random = new Random(seed);
    float[] intensity = new float[3];
    for (int i = 0; i < intensity.length; i++) {
      intensity[i] = Float.intBitsToFloat(random.nextInt() & 0x7f7fffff);
    }
    String[] lines =
        csv(row("a", 0, AXIS, new Spectrum(intensity, Spectrum.NONE, Spectrum.NONE)))
            .split("\n", -1);
    for (int i = 0; i < intensity.length; i++) {
      String[] fields = lines[i + 1].split(",", -1);
      assertThat(Float.parseFloat(fields[3])).as("seed %d", seed).isEqualTo(intensity[i]);
      assertThat(Double.parseDouble(fields[2])).isEqualTo(AXIS.values()[i]);
    }
  }

  @Test
  void oneCsvHasOneKindOfAxis() throws IOException {
    SpectralAxis other = new SpectralAxis(AxisKind.Q_PER_NM, new double[] {1});
    Spectrum one = new Spectrum(new float[] {1, 2, 3}, Spectrum.NONE, Spectrum.NONE);
    try (CsvWriter writer = new CsvWriter(new ByteArrayOutputStream())) {
      writer.write(dataset("a"), row("a", 0, AXIS, one), AXIS);
      assertThatThrownBy(() -> writer.write(dataset("b"), row("b", 0, other, one), other))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("its axis is q_per_nm, and those before are two_theta_deg");
    }
  }

  @Test
  void xyLeavesOutPointsWithoutAValue(@TempDir Path folder) throws IOException {
    float[] intensity = {1.5f, Float.NaN, 2};
    try (XyWriter writer = new XyWriter(folder)) {
      writer.write(
          dataset("a"),
          row("a", 12, AXIS, new Spectrum(intensity, new float[] {1, 1, 4}, Spectrum.NONE)),
          AXIS);
    }
    assertThat(folder.resolve("a/frame_000012.xy"))
        .content()
        .isEqualTo(
            """
            # dataset: scan_a
            # dataset_id: a
            # frame: 12
            # axis: two_theta_deg (deg)
            # columns: two_theta_deg intensity sigma
            9.5 1.5 1.0
            25.0 2.0 4.0
            """);
  }

  @Test
  void xySaysWhichSpectrumOfAFileItIs(@TempDir Path folder) throws IOException {
    Spectrum spectrum = new Spectrum(new float[] {1, 2, 3}, Spectrum.NONE, Spectrum.NONE);
    SpectrumRow row =
        new SpectrumRow(
            "a", 0, "Fe foil", Double.NaN, Double.NaN, Map.of(), AXIS.id(), spectrum, "run");
    try (XyWriter writer = new XyWriter(folder)) {
      writer.write(dataset("a"), row, AXIS);
    }
    assertThat(folder.resolve("a/frame_000000.xy"))
        .content()
        .contains("# frame: 0\n# name: Fe foil\n# axis: ");
  }

  @Test
  void anOutputIsThereWholeOrNotAtAll(@TempDir Path folder) throws IOException {
    Path target = folder.resolve("deep/out.csv");
    try (AtomicOutput output = AtomicOutput.at(target.toString(), false)) {
      Files.writeString(output.temporary(), "half");
    }
    assertThat(target).doesNotExist();
    assertThat(target.getParent()).isEmptyDirectory();
    try (AtomicOutput output = AtomicOutput.at(target.toString(), false)) {
      Files.writeString(output.temporary(), "whole");
      output.commit();
    }
    assertThat(target).hasContent("whole");
    assertThatThrownBy(() -> AtomicOutput.at(target.toString(), false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("it is there already. Name another output or set overwrite=true.");
  }

  @Test
  void aFolderIsReplacedAsAWhole(@TempDir Path folder) throws IOException {
    Path target = Files.createDirectories(folder.resolve("out"));
    Files.writeString(target.resolve("old"), "old");
    try (AtomicOutput output = AtomicOutput.at(target.toString(), true)) {
      Files.createDirectories(output.temporary());
      Files.writeString(output.temporary().resolve("new"), "new");
      output.commit();
    }
    assertThat(folder).isDirectoryNotContaining("glob:**old**");
    assertThat(target).isDirectoryContaining("glob:**new");
  }
}
