package org.debye.spark.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.debye.simulation.absorption.SimulatedXanes;
import org.debye.simulation.absorption.XanesElement;
import org.debye.spark.TestSession;
import org.debye.spark.reduce.ReduceProgress;
import org.debye.spark.reduce.ReduceSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.LabelRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated absorption spectra in the tables: whole, and once. */
final class XanesSimulationTest {
  @TempDir Path folder;

  @Test
  void spectraAndLabelsAreThoseOfTheSites() throws IOException {
    ReduceSummary summary = run(4);
    assertThat(summary.reduced()).isEqualTo(2);
    assertThat(summary.spectra()).isEqualTo(23 + 9);
    DatasetRow titanium =
        catalogue().datasets().all().stream()
            .filter(row -> row.name().equals("Ti"))
            .findFirst()
            .orElseThrow();
    assertThat(titanium.facts().instrument()).isEqualTo("simulation xanes-1");
    SimulatedXanes xanes = new SimulatedXanes(XanesElement.TI, 4, 0.01);
    List<LabelRow> labels = catalogue().labels().read(titanium.datasetId());
    try (SpectrumStream spectra = catalogue().spectra().read(titanium.datasetId())) {
      for (int frame = 0; frame < 23; frame++) {
        SpectrumRow row = spectra.next();
        assertThat(row.frame()).isEqualTo(frame);
        assertThat(row.axisId()).isEqualTo(xanes.grid().axis().id());
        assertThat(row.spectrum().intensity())
            .isEqualTo(xanes.spectrum(frame, xanes.site(frame), xanes.grid(), 0));
        assertThat(labels.get(frame).className()).isEqualTo(xanes.environment(frame).name());
        assertThat(labels.get(frame).label()).isEqualTo(xanes.environment(frame).number());
      }
      assertThat(spectra.hasNext()).isFalse();
    }
    assertThat(labels).hasSize(23).allMatch(row -> row.origin().equals("simulation:xanes-1"));
  }

  @Test
  void aSecondRunWritesNothingAndAnotherSeedAnotherDataset() {
    run(4);
    assertThat(run(4).spectra()).isZero();
    assertThat(run(5).spectra()).isEqualTo(32);
    assertThat(catalogue().datasets().all()).hasSize(4);
  }

  @Test
  void aMarginAddsPointsAtBothEndsAndChangesNoOther() throws IOException {
    assertThat(run(4, 3).spectra()).isEqualTo(23 + 9);
    List<DatasetRow> titanium =
        catalogue().datasets().all().stream().filter(row -> row.name().equals("Ti")).toList();
    assertThat(titanium).hasSize(1);
    SimulatedXanes xanes = new SimulatedXanes(XanesElement.TI, 4, 0.01);
    float[] standard = xanes.spectrum(0, xanes.site(0), xanes.grid(), 0);
    try (SpectrumStream spectra = catalogue().spectra().read(titanium.get(0).datasetId())) {
      float[] wide = spectra.next().spectrum().intensity();
      assertThat(wide).hasSize(112);
      assertThat(Arrays.copyOfRange(wide, 6, 106)).containsExactly(standard, within(1e-6f));
    }
  }

  private ReduceSummary run(long seed) {
    return run(seed, 0);
  }

  private ReduceSummary run(long seed, double margin) {
    XanesSimulation simulation =
        new XanesSimulation(List.of(XanesElement.TI, XanesElement.CU), seed, 0.01, margin);
    return new SimulationRun(
            TestSession.session(),
            simulation,
            new SimulationRun.Target(folder.resolve("tables").toString(), "test"),
            ReduceProgress.SILENT)
        .run();
  }

  private Catalogue catalogue() {
    return Catalogue.at(folder.resolve("tables").toString(), new Configuration());
  }
}
