package org.debye.spark.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.hadoop.conf.Configuration;
import org.debye.fixtures.Golden;
import org.debye.frame.DetectorGeometry;
import org.debye.frame.ImageFlip;
import org.debye.frame.MaskRules;
import org.debye.frame.ModulePlacement;
import org.debye.hdf5.PlanSettings;
import org.debye.spark.TestSession;
import org.debye.spark.file.SourceSelection;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.debye.spectra.AxisKind;
import org.debye.spectra.baseline.BaselineSettings;
import org.debye.spectra.reduction.IntegrationSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that their files do not place: EuXFEL's raw files, from test/golden/raw_layouts.py. */
final class ModulePlacesTest {
  @TempDir Path folder;

  @BeforeEach
  void unpack() throws IOException {
    Files.createDirectory(folder.resolve("raw"));
    byte[] archive = Golden.bytes("hdf5/raw_layouts.zip");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().matches("RAW-R0042.*\\.h5")) {
          Files.write(folder.resolve("raw").resolve(entry.getName()), in.readAllBytes());
        }
      }
    }
  }

  private DatasetRow reduce(List<ModulePlacement> placements) {
    ReduceSettings settings =
        new ReduceSettings(
            List.of(folder.resolve("raw").toString()),
            folder.resolve("c").toString(),
            SourceSelection.hdf5(),
            PlanSettings.defaults(),
            FrameSelection.all(),
            new GeometrySettings(
                DetectorGeometry.ofBeamCentre(0.1, 1e-3, 1e-3, 6, 10).withWavelength(1e-10),
                null,
                ImageFlip.NONE,
                placements),
            CorrectionSettings.of(MaskRules.everything()),
            IntegrationSettings.of(16, AxisKind.Q_PER_NM),
            new BaselineSettings.None(),
            false,
            "test");
    new ReduceRun(TestSession.session(), settings, ReduceProgress.SILENT).run();
    List<DatasetRow> rows =
        Catalogue.at(folder.resolve("c").toString(), new Configuration()).datasets().all();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void refusesModulesThatNobodyPlaces() {
    DatasetRow row = reduce(List.of());

    assertThat(row.status()).isEqualTo(DatasetStatus.FAILED);
    assertThat(row.failure())
        .hasToString(
            "Failure[code=MISSING_METADATA, message=RAW-R0042-AGIPD: its files do not say where"
                + " its 3 modules stand. Set geometry.modules to row:column of the first pixel of"
                + " each in the assembled image.]");
  }

  @Test
  void reducesTheFramesThatAllModulesHaveOnceTheyArePlaced() {
    DatasetRow row =
        reduce(
            List.of(
                new ModulePlacement(0, 0), new ModulePlacement(0, 10), new ModulePlacement(8, 0)));

    assertThat(row.status()).isEqualTo(DatasetStatus.PARTIAL);
    assertThat(row.framesExpected()).isEqualTo(12);
    assertThat(row.frames()).isEqualTo(9);
    assertThat(String.valueOf(row.failure())).contains("MISSING_MODULE");
  }

  @Test
  void refusesPlacesOfAnotherNumberOfModules() {
    DatasetRow row = reduce(List.of(new ModulePlacement(0, 0), new ModulePlacement(0, 10)));

    assertThat(row.status()).isEqualTo(DatasetStatus.FAILED);
    assertThat(String.valueOf(row.failure()))
        .contains("GEOMETRY_MISMATCH")
        .contains("it has 3 modules, geometry.modules places 2");
  }
}
