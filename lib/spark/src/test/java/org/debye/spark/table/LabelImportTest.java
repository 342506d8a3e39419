package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.debye.failure.InputException;
import org.debye.provenance.RunRecord;
import org.debye.spark.TestSession;
import org.debye.spectra.Spectrum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels from a person's file. */
final class LabelImportTest {
  private static final List<String> CSV =
      List.of("frame,dataset_id,label", "0,a,before", "1,a,\"after\"", "", "0,b,during");

  @TempDir Path folder;

  @BeforeEach
  void spectra() {
    catalogue()
        .spectra()
        .append(List.of(spectrum("a", 0), spectrum("a", 1), spectrum("b", 0), spectrum("c", 0)));
  }

  @Test
  void labelsAreReadAndNumbered() {
    List<LabelRow> rows = LabelText.read("l.csv", CSV, "run");
    assertThat(rows).extracting(LabelRow::label).containsExactly(0, 2, 1);
    assertThat(rows).extracting(LabelRow::className).containsExactly("before", "after", "during");
    assertThat(LabelText.read("l", List.of("dataset_id,frame,label", "a,0,x", "a,1,b"), "r"))
        .extracting(LabelRow::label)
        .containsExactly(1, 0);
    assertThat(LabelText.read("l", List.of("dataset_id,frame,label", "a,0,7", "a,1,0"), "r"))
        .extracting(LabelRow::label)
        .containsExactly(7, 0);
  }

  @Test
  void equalLabelsAreWrittenOnce() {
    assertThat(read(CSV)).isEqualTo(new LabelImport.Outcome(3, 2, 0));
    long version = catalogue().labels().version();
    long runs = catalogue().runs().version();
    assertThat(read(CSV)).isEqualTo(new LabelImport.Outcome(0, 0, 2));
    assertThat(catalogue().labels().version()).isEqualTo(version);
    assertThat(catalogue().runs().version()).isEqualTo(runs);
    assertThat(catalogue().labels().read("a"))
        .extracting(LabelRow::className)
        .containsExactly("before", "after");
  }

  @Test
  void newLabelsReplaceImportedOnesAndLeaveTheTruth() {
    LabelRow truth =
        new LabelRow("a", 0, 0.5, 2, "after", 9.0, Map.of("hcp", 1.0), "simulation:x", "r");
    catalogue().labels().folder().append(List.<Object[]>of(LabelsTable.encode(truth)));
    read(CSV);
    assertThat(read(List.of("dataset_id,frame,label", "a,0,after")))
        .isEqualTo(new LabelImport.Outcome(1, 1, 0));
    List<LabelRow> rows = catalogue().labels().read("a");
    assertThat(rows).extracting(LabelRow::origin).containsExactly("import", "simulation:x");
    assertThat(rows.get(0).label()).isEqualTo(2);
    assertThat(rows.get(1)).isEqualTo(truth);
    assertThat(catalogue().labels().read("b")).hasSize(1);
  }

  @Test
  void whatDoesNotFitIsRefusedAndNothingWritten() {
    refused("c.csv: its header [dataset_id, frame] names no column label", "dataset_id,frame");
    refused("c.csv: it holds no label", "dataset_id,frame,label");
    refused("c.csv, line 2: '-1' is no number of a frame", "dataset_id,frame,label", "a,-1,x");
    refused("c.csv, line 2: 'a,1' does not fit the header", "dataset_id,frame,label", "a,1");
    refused(
        "c.csv, line 3: frame 1 of a has a label already",
        "dataset_id,frame,label",
        "a,1,x",
        "a,1,y");
    refused(
        "a: there is a label for frame 5, which has no spectrum",
        "dataset_id,frame,label",
        "a,5,x");
    refused("z: the catalogue holds no spectra of this dataset", "dataset_id,frame,label", "z,0,x");
    assertThat(catalogue().labels().version()).isEqualTo(-1);
  }

  @Test
  void aDatasetMayBeCalledByANameThatNoOtherHas() {
    catalogue().datasets().append(List.of(dataset("a", "ramp"), dataset("b", "twin")));
    catalogue().datasets().append(List.of(dataset("c", "twin")));
    read(List.of("dataset_id,frame,label", "ramp,1,after", "c,0,before"));
    assertThat(catalogue().labels().read("a"))
        .extracting(LabelRow::className)
        .containsExactly("after");
    assertThat(catalogue().labels().read("c")).hasSize(1);
    refused(
        "twin: the catalogue holds no spectra of this dataset",
        "dataset_id,frame,label",
        "twin,0,x");
  }

  private static DatasetRow dataset(String id, String name) {
    return new DatasetRow(
        id,
        name,
        List.of(),
        "print",
        DatasetRow.Facts.unknown("config"),
        DatasetStatus.REDUCED,
        1,
        1,
        null,
        Instant.EPOCH,
        "run");
  }

  @Test
  void truthGoesWithItsSpectraAndImportedLabelsStay() {
    LabelRow truth = new LabelRow("b", 0, null, 0, "before", 1.0, Map.of(), "simulation:x", "r");
    catalogue().labels().folder().append(List.<Object[]>of(LabelsTable.encode(truth)));
    read(CSV);
    new RowRemoval(TestSession.session(), catalogue()).remove(List.of("b"));
    List<LabelRow> left = new ArrayList<>(catalogue().labels().read("b"));
    assertThat(left).extracting(LabelRow::origin).containsExactly("import");
    assertThat(catalogue().labels().read("a")).hasSize(2);
  }

  private void refused(String message, String... lines) {
    assertThatThrownBy(() -> read(List.of(lines)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(message);
  }

  private LabelImport.Outcome read(List<String> lines) {
    RunRecord record = RunRecord.begin("import").configuration("t").spark("4").build();
    return new LabelImport(TestSession.session(), catalogue())
        .run(LabelText.read("c.csv", lines, record.runId()), record);
  }

  private Catalogue catalogue() {
    return Catalogue.at(folder.resolve("tables").toString(), new Configuration());
  }

  private static SpectrumRow spectrum(String datasetId, long frame) {
    Spectrum spectrum = new Spectrum(new float[] {1, 2}, Spectrum.NONE, Spectrum.NONE);
    return new SpectrumRow(
        datasetId, frame, null, Double.NaN, Double.NaN, Map.of(), "axis", spectrum, "run");
  }
}
