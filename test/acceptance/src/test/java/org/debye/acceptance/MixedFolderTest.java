package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.debye.failure.FailureCode;
import org.debye.jobs.ExitCode;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of good and bad files: the good ones are in, each bad one has its row. */
class MixedFolderTest {
  @TempDir Path folder;

  @Test
  void badFilesStopNothing() throws IOException {
    Path raw = folder.resolve("raw");
    String config = System.getProperty("debye.root", ".") + "/conf/simulate.yaml";
    assertThat(CommandLine.run("simulate", config, "output=" + raw, "frames=2").code())
        .isEqualTo(ExitCode.DONE);
    byte[] good = Files.readAllBytes(raw.resolve("ramp_00001_m1_part00000.nxs"));
    Files.writeString(raw.resolve("notes.h5"), "these are not frames");
    Files.write(raw.resolve("empty.h5"), new byte[0]);
    Files.write(raw.resolve("short.h5"), Arrays.copyOf(good, good.length / 2));

    CommandLine run =
        CommandLine.run(
            "reduce",
            "input=" + raw,
            "catalogue=" + folder.resolve("tables"),
            "geometry.poni=" + raw.resolve("ramp.poni"),
            "integration.points=500",
            "integration.unit=q_nm^-1",
            "figures.enabled=false");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SOME_FAILED);
    List<DatasetRow> rows =
        Catalogue.existing(folder.resolve("tables").toString()).datasets().all();
    Map<String, DatasetRow> byName =
        rows.stream().collect(Collectors.toMap(DatasetRow::name, row -> row));
    assertThat(byName.keySet()).containsExactlyInAnyOrder("ramp_00001", "notes", "empty", "short");
    assertThat(row(byName, "ramp_00001").status()).isEqualTo(DatasetStatus.REDUCED);
    assertThat(row(byName, "ramp_00001").frames()).isEqualTo(2);
    assertThat(code(byName, "notes")).isEqualTo(FailureCode.NOT_HDF5);
    assertThat(code(byName, "empty")).isIn(FailureCode.NOT_HDF5, FailureCode.TRUNCATED);
    assertThat(code(byName, "short")).isEqualTo(FailureCode.TRUNCATED);
    assertThat(run.out())
        .contains("reduced   1 dataset, 3 failed; 2 spectra from 2 frames")
        .contains("failed  notes  NOT_HDF5: ");
  }

  private static FailureCode code(Map<String, DatasetRow> rows, String name) {
    DatasetRow.Failure failure = row(rows, name).failure();
    assertThat(failure).as(name).isNotNull();
    return failure == null ? FailureCode.INTERNAL : failure.code();
  }

  private static DatasetRow row(Map<String, DatasetRow> rows, String name) {
    DatasetRow row = rows.get(name);
    if (row == null) {
      throw new AssertionError("no row of " + name + " among " + rows.keySet());
    }
    return row;
  }
}
