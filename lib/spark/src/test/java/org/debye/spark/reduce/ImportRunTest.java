package org.debye.spark.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.debye.failure.FailureCode;
import org.debye.fixtures.SharedData;
import org.debye.provenance.RunRecord;
import org.debye.spark.TestSession;
import org.debye.spark.file.SourceSelection;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.absorption.AbsorptionEdge;
import org.debye.spectra.absorption.AbsorptionImport;
import org.debye.spectra.absorption.EnergyGrid;
import org.debye.spectra.text.ColumnChoice;
import org.debye.spectra.text.ImportSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportRunTest {
  private static final String XDI =
      """
      # XDI/1.0
      # Column.1: energy eV
      # Column.2: mutrans
      # Element.symbol: Fe
      # Sample.name: magnetite
      # Mono.d_spacing: 3.1355
      #----
      # energy mutrans
      7100.0 0.5
      7110.0 1.5
      7120.5 1.25
      """;

  @TempDir Path folder;

  private Catalogue catalogue() {
    return Catalogue.at(folder.resolve("tables").toString(), new Configuration());
  }

  private ReduceSummary read(ImportSettings text) {
    return read(folder.resolve("raw"), text);
  }

  private ReduceSummary read(Path input, ImportSettings text) {
    return read(input, text, null);
  }

  private ReduceSummary read(
      Path input, ImportSettings text, @Nullable AbsorptionImport absorption) {
    return read(input, text, null, absorption);
  }

  private ReduceSummary read(
      Path input,
      ImportSettings text,
      @Nullable String merge,
      @Nullable AbsorptionImport absorption) {
    ImportRun.Settings settings =
        new ImportRun.Settings(
            List.of(input.toString()),
            folder.resolve("tables").toString(),
            SourceSelection.spectra(),
            text,
            merge,
            absorption,
            false,
            "test");
    return new ImportRun(TestSession.session(), settings, ReduceProgress.SILENT).run();
  }

  private Path raw(String name, String text) throws IOException {
    return Files.writeString(Files.createDirectories(folder.resolve("raw")).resolve(name), text);
  }

  private List<SpectrumRow> spectra(DatasetRow dataset) throws IOException {
    List<SpectrumRow> rows = new ArrayList<>();
    try (SpectrumStream stream = catalogue().spectra().read(dataset.datasetId())) {
      stream.forEachRemaining(rows::add);
    }
    return rows;
  }

  private SpectralAxis axis(SpectrumRow row) {
    return Optional.ofNullable(catalogue().axes().all().get(row.axisId())).orElseThrow();
  }

  @Test
  void twoColumnsBecomeASpectrumOnTheAxisNamed() throws IOException {
    raw("corundum.xy", "10.0 5\n10.5 7.25\n11.0 6\n");
    ReduceSummary summary = read(ImportSettings.of(AxisKind.TWO_THETA_DEG));
    assertThat(summary.reduced()).isEqualTo(1);
    assertThat(summary.spectra()).isEqualTo(1);
    DatasetRow dataset = catalogue().datasets().all().get(0);
    assertThat(dataset.name()).isEqualTo("corundum");
    SpectrumRow row = spectra(dataset).get(0);
    assertThat(row.name()).isEqualTo("corundum.xy");
    assertThat(row.spectrum().intensity()).containsExactly(5, 7.25f, 6);
    assertThat(row.spectrum().sigma()).isEmpty();
    assertThat(axis(row).kind()).isEqualTo(AxisKind.TWO_THETA_DEG);
    assertThat(axis(row).values()).containsExactly(10.0, 10.5, 11.0);
  }

  @Test
  void xdiSaysItsAxisAndSampleItself() throws IOException {
    raw("fe.xdi", XDI);
    read(ImportSettings.fromFile());
    DatasetRow dataset = catalogue().datasets().all().get(0);
    assertThat(dataset.status()).isEqualTo(DatasetStatus.REDUCED);
    assertThat(dataset.facts().sample()).isEqualTo("magnetite");
    SpectrumRow row = spectra(dataset).get(0);
    assertThat(row.spectrum().intensity()).containsExactly(0.5f, 1.5f, 1.25f);
    assertThat(axis(row).kind()).isEqualTo(AxisKind.ENERGY_EV);
    assertThat(axis(row).values()).containsExactly(7100.0, 7110.0, 7120.5);
  }

  @Test
  void columnsKeepTheirNames() throws IOException {
    raw("ramp.dat", "# q cold warm hot\n1 10 20 30\n2 11 21 31\n");
    read(
        ImportSettings.of(AxisKind.Q_PER_NM)
            .withColumns(null, List.of(ColumnChoice.of("all")), null));
    List<SpectrumRow> rows = spectra(catalogue().datasets().all().get(0));
    assertThat(rows).extracting(SpectrumRow::frame).containsExactly(0L, 1L, 2L);
    assertThat(rows).extracting(SpectrumRow::name).containsExactly("cold", "warm", "hot");
    assertThat(rows.get(2).spectrum().intensity()).containsExactly(30, 31);
    assertThat(catalogue().axes().all()).hasSize(1);
  }

  @Test
  void groupsOfAProjectKeepTheirNamesAndEachItsAxis() throws IOException {
    String relative = "xanes/athena/Fe.prj";
    Optional<Path> project = SharedData.find(relative);
    Assumptions.assumeTrue(project.isPresent(), SharedData.absent(relative));
    ReduceSummary summary = read(project.orElseThrow(), ImportSettings.fromFile());
    assertThat(summary.spectra()).isEqualTo(5);
    List<SpectrumRow> rows = spectra(catalogue().datasets().all().get(0));
    assertThat(rows.get(0).name()).isEqualTo("Fe foil");
    assertThat(rows).extracting(SpectrumRow::name).doesNotHaveDuplicates();
    assertThat(rows).extracting(SpectrumRow::axisId).doesNotHaveDuplicates();
    for (SpectrumRow row : rows) {
      assertThat(axis(row).kind()).isEqualTo(AxisKind.ENERGY_EV);
      assertThat(axis(row).points()).isEqualTo(row.spectrum().intensity().length);
    }
  }

  @Test
  void aMalformedFileHasItsRowAndStopsNoOther() throws IOException {
    raw("good.xy", "1 2\n2 3\n");
    raw("torn.xy", "1 2\n2 3\n3 f0ur\n");
    raw("late.xy", "1 2\n2 4\n");
    ReduceSummary summary = read(ImportSettings.of(AxisKind.Q_PER_NM));
    assertThat(summary.incomplete()).isTrue();
    assertThat(summary.reduced()).isEqualTo(2);
    assertThat(summary.problems())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.name()).isEqualTo("torn");
              assertThat(row.status()).isEqualTo(DatasetStatus.FAILED);
              DatasetRow.Failure failure = Optional.ofNullable(row.failure()).orElseThrow();
              assertThat(failure.code()).isEqualTo(FailureCode.MALFORMED_TEXT);
              assertThat(failure.message()).contains("torn.xy:3").contains("f0ur");
            });
    assertThat(catalogue().datasets().all())
        .extracting(DatasetRow::name)
        .containsExactlyInAnyOrder("good", "torn", "late");
    for (DatasetRow row : catalogue().datasets().all()) {
      assertThat(spectra(row)).hasSize(row.name().equals("torn") ? 0 : 1);
    }
  }

  @Test
  void aSecondRunWritesNothingAndANewFileIsAdded() throws IOException {
    raw("one.xy", "1 2\n2 3\n");
    read(ImportSettings.of(AxisKind.Q_PER_NM));
    List<Long> versions = versions();
    ReduceSummary again = read(ImportSettings.of(AxisKind.Q_PER_NM));
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(again.spectra()).isZero();
    assertThat(versions()).isEqualTo(versions);
    raw("two.xy", "1 2\n2 3\n");
    ReduceSummary more = read(ImportSettings.of(AxisKind.Q_PER_NM));
    assertThat(more.unchanged()).isEqualTo(1);
    assertThat(more.spectra()).isEqualTo(1);
    assertThat(catalogue().runs().all()).extracting(RunRecord::job).containsOnly("import");
  }

  @Test
  void anotherAxisKindIsAnotherDataset() throws IOException {
    raw("one.xy", "1 2\n2 3\n");
    read(ImportSettings.of(AxisKind.Q_PER_NM));
    read(ImportSettings.of(AxisKind.Q_PER_ANGSTROM));
    assertThat(catalogue().datasets().all())
        .hasSize(2)
        .extracting(DatasetRow::datasetId)
        .doesNotHaveDuplicates();
  }

  private List<Long> versions() {
    return List.of(
        catalogue().spectra().version(),
        catalogue().datasets().version(),
        catalogue().axes().version(),
        catalogue().runs().version());
  }

  /** Three columns of an edge at 7120 eV: a sound spectrum, a constant one, one that falls. */
  private static String threeSpectra() {
    StringBuilder text = new StringBuilder("# energy good flat falling\n");
    for (int i = 0; i < 400; i++) {
      double x = 0.5 * i - 100;
      double mu = 0.5 + Math.atan(x / 1.1) / Math.PI + 0.3 * Math.exp(-0.1 * (x - 4) * (x - 4));
      text.append(7120 + x).append(' ').append(mu).append(" 0.5 ").append(1 - mu).append('\n');
    }
    return text.toString();
  }

  @Test
  void absorptionSpectraAreNormalisedAndTheRestGoesOn() throws IOException {
    raw("three.dat", threeSpectra());
    raw("flat.dat", threeSpectra().replaceAll("(?m)^(\\d\\S*) \\S+ 0.5 \\S+$", "$1 0.5 0.5 0.5"));
    AbsorptionImport absorption =
        new AbsorptionImport(
            AbsorptionImport.Form.FLATTENED,
            AbsorptionEdge.k("Fe"),
            true,
            0,
            AbsorptionImport.ParameterSource.FILE);
    ImportSettings all =
        ImportSettings.of(AxisKind.ENERGY_EV)
            .withColumns(null, List.of(new ColumnChoice.Remaining()), null);
    ReduceSummary summary = read(folder.resolve("raw"), all, absorption);
    assertThat(summary.failed()).isEqualTo(1);
    assertThat(summary.partial()).isEqualTo(1);
    DatasetRow three =
        catalogue().datasets().all().stream()
            .filter(row -> row.name().equals("three"))
            .findFirst()
            .orElseThrow();
    assertThat(three.status()).isEqualTo(DatasetStatus.PARTIAL);
    assertThat(three.frames()).isEqualTo(1);
    assertThat(three.framesExpected()).isEqualTo(3);
    assertThat(three.facts().warnings()).hasSize(2);
    assertThat(three.failure()).isNotNull();
    assertThat(String.valueOf(three.failure()))
        .contains("UNSOUND_SPECTRUM", "2 of 3 spectra are left out", "its absorption is 0.5");
    List<SpectrumRow> rows = spectra(three);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).frame()).isZero();
    assertThat(rows.get(0).conditions()).containsKeys("e0_eV", "edge_step", "pre1_eV", "nnorm");
    assertThat(axis(rows.get(0)).values())
        .isEqualTo(EnergyGrid.standard(AbsorptionEdge.k("Fe")).energies());
    assertThat(rows.get(0).spectrum().intensity()[99]).isBetween(0.95f, 1.05f);
    ReduceSummary again = read(folder.resolve("raw"), all, absorption);
    assertThat(again.spectra()).isZero();
    // without the treatment it is another dataset, as it always was
    assertThat(read(folder.resolve("raw"), all).spectra()).isEqualTo(6);
  }

  /** An edge of this height at 7120 eV, on energies that begin here. */
  private void scan(String name, double first, double height) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      double x = first + 0.5 * i - 7120;
      double mu = 0.5 + height * (0.5 + Math.atan(x / 1.1) / Math.PI);
      text.append(7120 + x).append(' ').append(mu).append('\n');
    }
    raw(name, text.toString());
  }

  @Test
  void repeatedScansBecomeTheirMeanAndOneMoreMakesItAnew() throws IOException {
    scan("foil_001.dat", 7020, 1.0);
    scan("foil_002.dat", 7020.2, 1.2);
    scan("other_001.dat", 7020, 2.0);
    ImportSettings text = ImportSettings.of(AxisKind.ENERGY_EV);
    ReduceSummary summary = read(folder.resolve("raw"), text, "_[0-9]+$", null);
    assertThat(summary.spectra()).isEqualTo(2);
    assertThat(catalogue().datasets().all().stream().map(DatasetRow::name))
        .containsExactlyInAnyOrder("foil", "other_001");
    DatasetRow foil = named("foil");
    assertThat(foil.sources()).hasSize(2);
    SpectrumRow mean = spectra(foil).get(0);
    assertThat(mean.conditions()).containsEntry("merged_scans", 2.0);
    // The first scan's energies where both have values: 7020.5 to 7219.5.
    assertThat(axis(mean).values()).hasSize(399).startsWith(7020.5).endsWith(7219.5);
    double x = 7219.5 - 7120;
    double expected = 0.5 + 1.1 * (0.5 + Math.atan(x / 1.1) / Math.PI);
    assertThat((double) mean.spectrum().intensity()[398]).isCloseTo(expected, within(1e-5));
    // Two values .2 apart: deviation .2 / sqrt(2), of their mean .1.
    assertThat((double) mean.spectrum().sigma()[398]).isCloseTo(0.1, within(1e-3));
    assertThat(spectra(named("other_001")).get(0).conditions()).doesNotContainKey("merged_scans");

    assertThat(read(folder.resolve("raw"), text, "_[0-9]+$", null).spectra()).isZero();
    scan("foil_003.dat", 7020, 1.7);
    assertThat(read(folder.resolve("raw"), text, "_[0-9]+$", null).spectra()).isEqualTo(1);
    assertThat(named("foil").datasetId()).isEqualTo(foil.datasetId());
    assertThat(spectra(named("foil")))
        .singleElement()
        .satisfies(row -> assertThat(row.conditions()).containsEntry("merged_scans", 3.0));
  }

  @Test
  void scansThatCannotBeMergedAreSaidAndTheRestGoesOn() throws IOException {
    scan("foil_001.dat", 7020, 1.0);
    scan("foil_002.dat", 7320, 1.0);
    scan("sound_001.dat", 7020, 1.0);
    scan("sound_002.dat", 7020, 1.0);
    raw("three_001.dat", threeSpectra());
    raw("three_002.dat", threeSpectra());
    ImportSettings all =
        ImportSettings.of(AxisKind.ENERGY_EV)
            .withColumns(null, List.of(new ColumnChoice.Remaining()), null);
    ReduceSummary summary = read(folder.resolve("raw"), all, "_[0-9]+$", null);
    assertThat(summary.failed()).isEqualTo(2);
    assertThat(spectra(named("sound"))).hasSize(1);
    assertThat(String.valueOf(named("foil").failure()))
        .contains("UNSOUND_SPECTRUM", "its scans have no energies in common");
    assertThat(String.valueOf(named("three").failure()))
        .contains("three_001.dat: it holds 3 spectra, and only files of one scan each are merged");
  }

  private DatasetRow named(String name) {
    return catalogue().datasets().all().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
