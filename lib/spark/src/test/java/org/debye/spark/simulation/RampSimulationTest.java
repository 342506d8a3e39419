package org.debye.spark.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.debye.simulation.ramp.FrameTruth;
import org.debye.simulation.ramp.PointSums;
import org.debye.simulation.ramp.RampDataset;
import org.debye.simulation.ramp.SimulatedRamp;
import org.debye.spark.TestSession;
import org.debye.spark.reduce.ReduceProgress;
import org.debye.spark.reduce.ReduceSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CatalogueContent;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.Journal;
import org.debye.spark.table.LabelRow;
import org.debye.spark.table.PeaksRow;
import org.debye.spark.table.RowRemoval;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.baseline.BaselineSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated ramps in the tables: whole, once, and again after a killed run. */
final class RampSimulationTest {
  @TempDir Path folder;

  @Test
  void spectraAndLabelsAreThoseOfTheRamp() throws IOException {
    ReduceSummary summary = run(1, "D1", "D3");
    assertThat(summary.reduced()).isEqualTo(2);
    assertThat(summary.spectra()).isEqualTo(130);
    DatasetRow d1 = catalogue().datasets().all().get(0);
    assertThat(d1.name()).isEqualTo("D1");
    assertThat(d1.facts().sample()).isEqualTo("Fe, 10 ms");
    assertThat(d1.facts().instrument()).isEqualTo("simulation ramp-2");
    assertThat(d1.facts().wavelength()).isEqualTo(0.4828e-10);
    SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("D1"), 1);
    List<LabelRow> labels = catalogue().labels().read(d1.datasetId());
    assertThat(labels).hasSize(60);
    try (SpectrumStream spectra = catalogue().spectra().read(d1.datasetId())) {
      for (int frame = 0; frame < 60; frame++) {
        SpectrumRow row = spectra.next();
        FrameTruth truth = ramp.truth(frame);
        assertThat(row.frame()).isEqualTo(frame);
        assertThat(row.spectrum().intensity()).isEqualTo(ramp.spectrum(frame).intensity());
        assertThat(row.spectrum().baseline()).hasSize(4023);
        assertThat(row.conditions()).isEqualTo(Map.of("pressure_GPa", truth.pressureGpa()));
        assertThat(labels.get(frame))
            .isEqualTo(
                new LabelRow(
                    d1.datasetId(),
                    frame,
                    truth.timeSeconds(),
                    truth.label().number(),
                    truth.label().key(),
                    truth.pressureGpa(),
                    truth.fractions(),
                    "simulation:ramp-2",
                    row.runId()));
      }
    }
    Map<String, Long> counts =
        labels.stream().collect(Collectors.groupingBy(LabelRow::className, Collectors.counting()));
    assertThat(counts).isEqualTo(Map.of("before", 17L, "after", 43L));
  }

  @Test
  void peaksAreThoseOfTheRampAndGoAsTheyCame() throws IOException {
    run(1, "D1");
    String id = catalogue().datasets().all().get(0).datasetId();
    SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("D1"), 1);
    List<PeaksRow> peaks = catalogue().peaks().read(id);
    assertThat(peaks).hasSize(60);
    for (int frame = 0; frame < 60; frame++) {
      PeaksRow row = peaks.get(frame);
      assertThat(row.frame()).isEqualTo(frame);
      assertThat(row.origin()).isEqualTo("simulation:ramp-2");
      assertThat(row.peaks()).isNotEmpty().isEqualTo(ramp.peaks(frame));
    }
    new RowRemoval(TestSession.session(), catalogue()).remove(List.of(id));
    assertThat(catalogue().peaks().read(id)).isEmpty();
  }

  @Test
  void fewerPointsAreSumsOfNeighboursAndAnotherDataset() throws IOException {
    run(1, "D1");
    DatasetRow fine = catalogue().datasets().all().get(0);
    PointSums sums = new PointSums(9);
    assertThat(run(1, sums, "D1").reduced()).isEqualTo(1);
    assertThat(run(1, sums, "D1").unchanged()).isEqualTo(1);
    DatasetRow coarse =
        catalogue().datasets().all().stream()
            .filter(row -> !row.datasetId().equals(fine.datasetId()))
            .findFirst()
            .orElseThrow();
    SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("D1"), 1);
    try (SpectrumStream spectra = catalogue().spectra().read(coarse.datasetId())) {
      SpectrumRow row = spectra.next();
      assertThat(row.spectrum().intensity())
          .hasSize(447)
          .isEqualTo(sums.of(ramp.spectrum(0), ramp.pixels()).intensity());
      assertThat(row.spectrum().baseline()).hasSize(447);
    }
    assertThat(catalogue().peaks().read(coarse.datasetId()).get(7).peaks())
        .isEqualTo(catalogue().peaks().read(fine.datasetId()).get(7).peaks());
  }

  @Test
  void aSecondIdenticalRunWritesNothing() throws IOException {
    run(1, "D1");
    long spectra = catalogue().spectra().version();
    long labels = catalogue().labels().version();
    long runs = catalogue().runs().version();
    ReduceSummary again = run(1, "D1");
    assertThat(again.reduced()).isZero();
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(catalogue().spectra().version()).isEqualTo(spectra);
    assertThat(catalogue().labels().version()).isEqualTo(labels);
    assertThat(catalogue().runs().version()).isEqualTo(runs);
    assertThat(run(2, "D1").reduced()).isEqualTo(1);
    assertThat(catalogue().datasets().all()).hasSize(2);
    assertThat(catalogue().runs().all())
        .extracting(one -> one.seed())
        .containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void aKilledBatchIsDoneAgainAndOnce() throws IOException {
    run(1, "D1");
    List<String> whole = CatalogueContent.of(catalogue());
    List<LabelRow> labels = labels();
    // as a run leaves it that is killed after its labels and before its row of datasets
    Catalogue catalogue = catalogue();
    String id = catalogue.datasets().all().get(0).datasetId();
    catalogue.journal().begin(new Journal.Batch("killed", 0, List.of(id)));
    assertThat(run(1, "D1").reduced()).isEqualTo(1);
    assertThat(CatalogueContent.of(catalogue())).isEqualTo(whole);
    assertThat(labels())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("runId")
        .isEqualTo(labels);
    assertThat(catalogue.journal().pending()).isEmpty();
  }

  private List<LabelRow> labels() {
    return catalogue().labels().read(catalogue().datasets().all().get(0).datasetId());
  }

  private Catalogue catalogue() {
    return Catalogue.at(folder.resolve("tables").toString(), new Configuration());
  }

  private ReduceSummary run(long seed, String... names) {
    return run(seed, new PointSums(1), names);
  }

  private ReduceSummary run(long seed, PointSums sums, String... names) {
    RampSimulation simulation =
        new RampSimulation(List.of(names), seed, sums, BaselineSettings.Als.DEFAULT);
    return new SimulationRun(
            TestSession.session(),
            simulation,
            new SimulationRun.Target(folder.resolve("tables").toString(), "test"),
            ReduceProgress.SILENT)
        .run();
  }
}
