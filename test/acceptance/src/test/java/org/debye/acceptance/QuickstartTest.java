package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.debye.jobs.ExitCode;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command with fewer frames, and what a user does with its tables after it. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class QuickstartTest {
  private static final int FRAMES = 4;

  @TempDir static Path folder;

  private static CommandLine first;

  private static CommandLine quickstart(String... more) {
    return CommandLine.run(
        Stream.concat(
                Stream.of(
                    "reduce",
                    System.getProperty("debye.root", ".") + "/conf/quickstart.yaml",
                    "catalogue=" + folder.resolve("tables"),
                    "simulate.output=" + folder.resolve("raw"),
                    "simulate.frames=" + FRAMES,
                    "simulate.frames-per-file=3"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @BeforeAll
  static void run() {
    first = quickstart();
  }

  private static Catalogue catalogue() {
    return Catalogue.existing(folder.resolve("tables").toString());
  }

  private static DatasetRow dataset() {
    List<DatasetRow> rows = catalogue().datasets().all();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void aSummarySaysWhereTableAndPicturesAre() {
    assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
    assertThat(first.out())
        .contains("reduced   1 dataset; 4 spectra from 4 frames in ")
        .contains("tables    " + folder.resolve("tables"))
        .contains("pictures  " + folder.resolve("tables/figures/" + dataset().datasetId()));
  }

  @Test
  void aSecondRunWritesNothing() {
    long spectra = catalogue().spectra().version();
    long datasets = catalogue().datasets().version();
    CommandLine second = quickstart();
    assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.DONE);
    assertThat(second.out()).contains("reduced   0 datasets, 1 unchanged; 0 spectra in ");
    assertThat(second.err()).contains("raw holds this simulation already");
    assertThat(catalogue().spectra().version()).isEqualTo(spectra);
    assertThat(catalogue().datasets().version()).isEqualTo(datasets);
  }

  @Test
  void anotherSimulationDoesNotWriteOverThisOne() {
    CommandLine other = quickstart("simulate.seed=2");
    assertThat(other.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(other.err()).contains("another simulation is there. Name another output");
  }

  @Test
  void picturesAreThere() throws IOException {
    Path figures = folder.resolve("tables/figures/" + dataset().datasetId());
    assertThat(ImageIO.read(figures.resolve("map.png").toFile()).getWidth()).isGreaterThan(1000);
    assertThat(ImageIO.read(figures.resolve("waterfall.png").toFile()).getWidth())
        .isGreaterThan(1000);
    assertThat(Files.readString(figures.resolve("map.svg"))).contains("Pressure (GPa)");
  }

  @Test
  void everyFormatIsExported() throws IOException {
    Path csv = export("csv", "spectra.csv");
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(1 + FRAMES * 2000);
    assertThat(lines.get(0)).isEqualTo("dataset_id,frame,two_theta_deg,intensity,sigma,baseline");
    assertThat(lines.get(1)).startsWith(dataset().datasetId() + ",0,");
    assertThat(lines.get(lines.size() - 1)).startsWith(dataset().datasetId() + ",3,");
    assertThat(export("xy", "xy").resolve(dataset().datasetId() + "/frame_000003.xy")).exists();
    byte[] signature = new byte[4];
    try (var in = Files.newInputStream(export("nxazint1d", "spectra.h5"))) {
      assertThat(in.read(signature)).isEqualTo(4);
    }
    assertThat(new String(signature, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("HDF");
    assertThat(export("parquet", "parquet").resolve("spectra.parquet")).exists();
  }

  @Test
  void anExportIsNotWrittenOver() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.csv"), "mine");
    CommandLine refused =
        CommandLine.run(
            "export", "catalogue=" + folder.resolve("tables"), "format=csv", "output=" + file);
    assertThat(refused.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(file).hasContent("mine");
  }

  @Test
  void aPartGoesToStandardOutput() {
    CommandLine part =
        CommandLine.run(
            "export",
            "catalogue=" + folder.resolve("tables"),
            "format=csv",
            "output=-",
            "frames=1:1",
            "dataset=ramp*");
    assertThat(part.code()).as(part.err()).isEqualTo(ExitCode.DONE);
    assertThat(part.out().lines().count()).isEqualTo(1 + 2000);
  }

  private static Path export(String format, String name) {
    Path output = folder.resolve(name);
    CommandLine done =
        CommandLine.run(
            "export",
            "catalogue=" + folder.resolve("tables"),
            "format=" + format,
            "output=" + output);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.DONE);
    return output;
  }
}
