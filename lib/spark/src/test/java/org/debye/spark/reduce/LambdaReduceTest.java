package org.debye.spark.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.debye.fixtures.SharedData;
import org.debye.frame.ImageFlip;
import org.debye.frame.MaskRules;
import org.debye.frame.PoniFile;
import org.debye.hdf5.PlanSettings;
import org.debye.spark.TestSession;
import org.debye.spark.file.SourceSelection;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.AxisKind;
import org.debye.spectra.baseline.BaselineSettings;
import org.debye.spectra.reduction.IntegrationSettings;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real LAMBDA series: 3 modules x 5 parts x 10 frames are one dataset of 50 spectra. */
final class LambdaReduceTest {
  @TempDir Path folder;

  private ReduceSettings settings(Path data) throws IOException {
    Path poni = data.resolve("L2.poni");
    return new ReduceSettings(
        List.of(data.toString()),
        folder.resolve("catalogue").toString(),
        SourceSelection.hdf5(),
        PlanSettings.defaults(),
        FrameSelection.all(),
        new GeometrySettings(
            PoniFile.parse(Files.readString(poni), poni.toString()),
            null,
            ImageFlip.VERTICAL,
            List.of()),
        CorrectionSettings.of(MaskRules.everything()),
        IntegrationSettings.of(1000, AxisKind.TWO_THETA_DEG),
        BaselineSettings.Snip.DEFAULT,
        false,
        "test");
  }

  @Test
  void aSecondRunWritesNothing() throws IOException {
    Path data = SharedData.find("lambda").orElse(null);
    Assumptions.assumeTrue(data != null, SharedData.absent("lambda"));
    ReduceSettings settings = settings(data);
    ReduceSummary first =
        new ReduceRun(TestSession.session(), settings, ReduceProgress.SILENT).run();
    assertThat(first.problems()).isEmpty();
    assertThat(first.reduced()).isEqualTo(1);
    assertThat(first.spectra()).isEqualTo(50);
    assertThat(first.skipped()).isEqualTo(1);
    Catalogue catalogue = Catalogue.at(settings.catalogue(), new Configuration());
    String id = catalogue.datasets().all().get(0).datasetId();
    long expected = 0;
    try (SpectrumStream spectra = catalogue.spectra().read(id)) {
      while (spectra.hasNext()) {
        SpectrumRow row = spectra.next();
        assertThat(row.frame()).isEqualTo(expected++);
        assertThat(row.spectrum().intensity()).hasSize(1000);
        assertThat(row.spectrum().sigma()).hasSize(1000);
        assertThat(row.spectrum().baseline()).hasSize(1000);
        assertThat(row.quality()).isGreaterThan(0.9);
      }
    }
    assertThat(expected).isEqualTo(50);
    List<Long> versions = versions(catalogue);
    ReduceSummary second =
        new ReduceRun(TestSession.session(), settings, ReduceProgress.SILENT).run();
    assertThat(second.unchanged()).isEqualTo(1);
    assertThat(second.spectra()).isZero();
    assertThat(versions(catalogue)).isEqualTo(versions);
  }

  private static List<Long> versions(Catalogue catalogue) {
    return List.of(
        catalogue.spectra().version(),
        catalogue.datasets().version(),
        catalogue.axes().version(),
        catalogue.runs().version());
  }
}
