package org.debye.spark.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.inference.draws.ChainDraws;
import org.debye.provenance.RunRecord;
import org.debye.spark.TestSession;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CatalogueLock;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.PredictionRow;
import org.debye.spark.table.SweepResultRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepTest {
  @TempDir Path folder;

  private Catalogue catalogue() {
    return catalogue("catalogue");
  }

  private Catalogue catalogue(String name) {
    return Catalogue.at(folder.resolve(name).toString(), new Configuration());
  }

  static SweepSettings settings(String configuration, boolean retryFailed) {
    return new SweepSettings(
        "sweep", List.of("toys"), configuration, configuration, retryFailed, 7L);
  }

  private SweepSummary run(List<? extends SweepCell> cells, SweepSettings settings) {
    return Sweep.of(TestSession.session(), catalogue(), "study", settings)
        .run(cells, SweepProgress.SILENT);
  }

  @Test
  void everyCellHasItsRowWhateverBecameOfIt() {
    List<ToyCell> cells = ToyCell.all(60, 100);
    SweepSummary summary = run(cells, settings("a", false));
    assertThat(summary.done()).isEqualTo(20);
    assertThat(summary.flagged()).isEqualTo(10);
    assertThat(summary.failed()).isEqualTo(30);
    assertThat(summary.takenOver() + summary.unchanged()).isZero();
    assertThat(summary.incomplete()).isTrue();
    assertThat(summary.problems()).hasSize(40);
    Map<String, SweepResultRow> rows = new TreeMap<>();
    catalogue().sweepResults().each("study", row -> rows.put(row.cellId(), row));
    assertThat(rows).hasSize(60);
    for (ToyCell cell : cells) {
      SweepResultRow row = Objects.requireNonNull(rows.get(cell.id()));
      assertThat(row.parameters()).isEqualTo(cell.parameters());
      assertThat(row.runId()).isEqualTo(summary.runId());
      SweepResultRow.Problem problem = row.problem();
      switch (cell.ending()) {
        case DONE, WITH_DRAWS -> {
          assertThat(problem).isNull();
          assertThat(row.metrics().get("sum")).isPositive();
          assertThat(row.metrics().get("undefined")).isNaN();
          assertThat(row.arrays().get("some")).hasSize(3).contains(Double.NEGATIVE_INFINITY);
        }
        case FLAGGED -> {
          assertThat(problem).isEqualTo(new SweepResultRow.Problem("ODD", cell.id() + " is odd."));
          assertThat(row.metrics()).containsKey("sum");
        }
        case INPUT ->
            assertThat(problem)
                .isEqualTo(
                    new SweepResultRow.Problem(
                        "INVALID_CONFIGURATION", cell.id() + ": it cannot be done. Leave it out."));
        case DEFECT -> {
          assertThat(Objects.requireNonNull(problem).code()).isEqualTo("INTERNAL");
          assertThat(problem.message())
              .startsWith(
                  cell.id()
                      + ": a defect (java.lang.IllegalStateException: a defect in "
                      + cell.number()
                      + "; at org.debye.spark.sweep.ToyCell.run(");
        }
        default ->
            assertThat(Objects.requireNonNull(problem).message()).contains("StackOverflowError");
      }
    }
    RunRecord record = catalogue().runs().all().get(0);
    assertThat(record.outcomes())
        .isEqualTo(Map.of("done", 20L, "flagged", 10L, "failed", 30L, "taken_over", 0L));
    assertThat(record.seed()).isEqualTo(7L);
    assertThat(catalogue().finishedCells("study").names()).isEmpty();
  }

  @Test
  void theTablesHoldWhatAPlainLoopComputes() {
    List<ToyCell> cells = ToyCell.all(30, 50);
    run(cells, settings("a", false));
    for (ToyCell cell : cells) {
      if (cell.ending().compareTo(ToyCell.Ending.FLAGGED) <= 0) {
        CellValues expected = cell.run().values();
        List<String> draws = new ArrayList<>();
        catalogue()
            .draws()
            .read("study", cell.id())
            .forEach((chain, one) -> draws.add(chain + SweepContent.text(one)));
        assertThat(draws)
            .isEqualTo(
                expected.chains().stream()
                    .map(chain -> chain.number() + SweepContent.text(chain.draws()))
                    .toList());
      }
    }
    List<String> values =
        catalogue().sweepResults().read("study").stream()
            .filter(row -> row.status() != CellStatus.FAILED)
            .map(row -> row.cellId() + row.metrics() + some(row.arrays()))
            .toList();
    assertThat(values)
        .isEqualTo(
            cells.stream()
                .filter(cell -> cell.ending().compareTo(ToyCell.Ending.FLAGGED) <= 0)
                .map(
                    cell ->
                        cell.id()
                            + cell.run().values().metrics()
                            + some(cell.run().values().arrays()))
                .toList());
  }

  @Test
  void theTablesHoldThePredictionsOfEveryCellThatHasSome() {
    List<ToyCell> cells = ToyCell.all(12, 50);
    SweepSummary summary = run(cells, settings("a", false));
    for (ToyCell cell : cells) {
      boolean predicts =
          cell.ending() == ToyCell.Ending.DONE || cell.ending() == ToyCell.Ending.FLAGGED;
      List<PredictionRow> expected =
          !predicts
              ? List.of()
              : cell.run().values().predictions().stream()
                  .map(
                      one ->
                          new PredictionRow(
                              cell.id(),
                              one.model(),
                              one.datasetId(),
                              one.frame(),
                              one.label(),
                              one.probabilities(),
                              one.entropy(),
                              summary.runId()))
                  .toList();
      assertThat(expected).hasSize(predicts ? 3 : 0);
      assertThat(catalogue().predictions().read(cell.id())).isEqualTo(expected);
    }
  }

  @Test
  void predictionsGoWithTheCellThatIsReplacedAndNoOther() {
    run(ToyCell.all(9, 1), settings("a", false));
    SweepSummary other = run(ToyCell.all(6, 1), settings("b", false));
    List<PredictionRow> all = new ArrayList<>();
    for (ToyCell cell : ToyCell.all(9, 1)) {
      all.addAll(catalogue().predictions().read(cell.id()));
    }
    assertThat(all).hasSize(12).doesNotHaveDuplicates();
    assertThat(all)
        .allMatch(
            row ->
                row.runId().equals(other.runId()) == (row.fitId().compareTo("number=00006") < 0));
    // what follows makes the same cells again and none of them predicts any more
    Sweep.of(TestSession.session(), catalogue(), "study", settings("c", false))
        .run(
            List.of(
                new ToyCell(0, ToyCell.Ending.INPUT, 1, 1),
                new ToyCell(2, ToyCell.Ending.WITH_DRAWS, 1, 1)),
            SweepProgress.SILENT);
    assertThat(catalogue().predictions().read("number=00000")).isEmpty();
    assertThat(catalogue().predictions().read("number=00002")).isEmpty();
    assertThat(catalogue().predictions().read("number=00006")).hasSize(3);
  }

  @Test
  void twoPredictionsOfOneSpectrumAreRefused() {
    CellPrediction one = new CellPrediction("cnn", "scan", 3, "a", Map.of(), null);
    CellPrediction same = new CellPrediction("cnn", "scan", 3, "b", Map.of("b", 1.0), 0.0);
    CellValues values = CellValues.of(Map.of());
    assertThat(
            values.withPredictions(
                List.of(one, new CellPrediction("fcnn", "scan", 3, "a", Map.of(), null))))
        .extracting(CellValues::predictions)
        .satisfies(made -> assertThat(made).hasSize(2));
    assertThatThrownBy(() -> values.withPredictions(List.of(one, same)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cnn predicts frame 3 of scan twice");
  }

  private ChainDraws draws(String cellId, int chain) {
    return Objects.requireNonNull(catalogue().draws().read("study", cellId).get(chain));
  }

  private static double some(Map<String, double[]> arrays) {
    return Objects.requireNonNull(arrays.get("some"))[0];
  }

  @Test
  void sparkReadsDrawsUnderTheNamesOfArviz() {
    run(ToyCell.all(2, 1), settings("a", false));
    List<Row> rows =
        TestSession.session()
            .read()
            .format("delta")
            .load(catalogue().draws().path())
            .where("cell_id = 'number=00001' and chain = 1 and draw = 4")
            .selectExpr(
                "posterior['C'][1]",
                "shapes['C']",
                "shapes['s']",
                "posterior['L[2,1]'][0]",
                "diverging")
            .collectAsList();
    ChainDraws draws = draws("number=00001", 1);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).getDouble(0)).isEqualTo(draws.of("C[2,1]")[4]);
    assertThat(rows.get(0).<Integer>getList(1)).containsExactly(2, 2);
    assertThat(rows.get(0).<Integer>getList(2)).isEmpty();
    assertThat(rows.get(0).getDouble(3)).isEqualTo(draws.of("L[2,1]")[4]);
    assertThat(rows.get(0).getBoolean(4)).isEqualTo(draws.statistics().diverging()[4]);
  }

  @Test
  void aSecondRunChangesNothingAndALargerGridDoesTheRest() {
    run(ToyCell.all(12, 1), settings("a", false));
    long version = catalogue().sweepResults().version();
    ToyCell.runs();
    SweepSummary again = run(ToyCell.all(12, 1), settings("a", false));
    assertThat(again.unchanged()).isEqualTo(12);
    assertThat(again.failedBefore()).isEqualTo(6);
    assertThat(again.incomplete()).isTrue();
    assertThat(ToyCell.runs()).isZero();
    assertThat(catalogue().sweepResults().version()).isEqualTo(version);
    assertThat(catalogue().runs().all()).hasSize(1);
    SweepSummary more = run(ToyCell.all(18, 1), settings("a", false));
    assertThat(more.unchanged()).isEqualTo(12);
    assertThat(more.done() + more.flagged() + more.failed()).isEqualTo(6);
    assertThat(ToyCell.runs()).isEqualTo(6);
    assertThat(catalogue().sweepResults().read("study")).hasSize(18);
  }

  @Test
  void failedCellsAreTriedAgainWhenAskedAndAllWhenTheConfigurationIsAnother() {
    List<ToyCell> cells = ToyCell.all(12, 1);
    run(cells, settings("a", false));
    List<String> first = SweepContent.of(catalogue(), "study");
    ToyCell.runs();
    SweepSummary retried = run(cells, settings("a", true));
    assertThat(retried.failed()).isEqualTo(6);
    assertThat(retried.unchanged()).isEqualTo(6);
    assertThat(ToyCell.runs()).isEqualTo(6);
    assertThat(SweepContent.of(catalogue(), "study")).isEqualTo(first);
    SweepSummary other = run(cells, settings("b", false));
    assertThat(other.unchanged()).isZero();
    assertThat(ToyCell.runs()).isEqualTo(12);
    assertThat(catalogue().sweepResults().read("study"))
        .hasSize(12)
        .allMatch(row -> row.runId().equals(other.runId()));
    assertThat(draws("number=00001", 0).draws()).isEqualTo(7);
    assertThat(
            TestSession.session().read().format("delta").load(catalogue().draws().path()).count())
        .isEqualTo(2 * (7 + 5 + 3));
    assertThat(catalogue().draws().read("study", "number=00000")).isEmpty();
  }

  @Test
  void studiesInOneCatalogueDoNotSeeOneAnother() {
    run(ToyCell.all(3, 1), settings("a", false));
    SweepSummary other =
        Sweep.of(TestSession.session(), catalogue(), "another", settings("b", false))
            .run(List.of(ToyCell.all(7, 1).get(1), ToyCell.all(7, 1).get(6)), SweepProgress.SILENT);
    assertThat(other.done()).isEqualTo(2);
    assertThat(catalogue().sweepResults().studies()).containsExactly("another", "study");
    assertThat(catalogue().sweepResults().read("study")).hasSize(3);
    assertThat(catalogue().draws().read("another", "number=00001")).hasSize(2);
    assertThat(catalogue().predictions().read("number=00000")).hasSize(3);
    assertThat(catalogue().predictions().read("number=00006")).hasSize(3);
  }

  @Test
  void twoCellsOfOneIdAreRefused() {
    List<ToyCell> cells =
        List.of(
            new ToyCell(1, ToyCell.Ending.DONE, 1, 1),
            new ToyCell(1, ToyCell.Ending.FLAGGED, 1, 1));
    assertThatThrownBy(() -> run(cells, settings("a", false)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "number=00001: two cells of the sweep have this id, with {ending=DONE, number=1} and"
                + " {ending=FLAGGED, number=1}. Leave out what comes twice in the grid.");
  }

  @Test
  void anotherWriterIsRefused() throws IOException {
    try (CatalogueLock held = catalogue().lock("reduce")) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> run(ToyCell.all(2, 1), settings("a", false)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("reduce is writing here");
    }
  }

  @Test
  void aCellThatNeedsTooMuchMemoryFailsAloneAndTheOthersDoNot() {
    List<SweepCell> cells = new ArrayList<>(ToyCell.all(4, 1));
    cells.add(new ToyCell(7, ToyCell.Ending.HUGE, 1, 1));
    ToyCell.runs();
    SweepSummary summary = run(cells, settings("a", false));
    assertThat(ToyCell.runs()).as("the huge one is tried twice").isEqualTo(6);
    assertThat(summary.failed()).isEqualTo(2);
    SweepResultRow row = catalogue().sweepResults().read("study").get(4);
    SweepResultRow.Problem problem = Objects.requireNonNull(row.problem());
    assertThat(problem.code()).isEqualTo(FailureCode.OUT_OF_MEMORY.name());
    assertThat(problem.message())
        .startsWith("number=00007: it needs more memory than there is, even alone (")
        .contains("Raise spark.driver.memory");
  }

  @Test
  void whatAKilledRunHasFinishedIsTakenOver() throws IOException {
    Configuration conf = TestSession.session().sparkContext().hadoopConfiguration();
    CellTask task =
        new CellTask(
            HadoopSettings.of(conf),
            catalogue().location(),
            "study",
            "a",
            "killed",
            CellMeasurement.Company.OTHERS);
    List<SweepCell> cells = new ArrayList<>(ToyCell.all(24, 1));
    task.run(cells.subList(0, 6), Long.MAX_VALUE);
    task.run(cells.subList(3, 9), Long.MAX_VALUE); // overlaps: is done again
    new CellTask(
            HadoopSettings.of(conf),
            catalogue().location(),
            "study",
            "outdated",
            "older",
            CellMeasurement.Company.OTHERS)
        .run(cells.subList(12, 14));
    task.run(List.of(new ToyCell(99, ToyCell.Ending.DONE, 1, 1)));
    ToyCell.runs();
    SweepSummary summary = run(cells, settings("a", false));
    assertThat(summary.takenOver()).isEqualTo(6);
    assertThat(summary.done() + summary.flagged() + summary.failed()).isEqualTo(24);
    assertThat(ToyCell.runs()).isEqualTo(18);
    assertThat(catalogue().sweepResults().read("study"))
        .filteredOn(row -> row.runId().equals("killed"))
        .hasSize(6);
    assertThat(catalogue().finishedCells("study").names())
        .as("the note of a cell that this run does not know")
        .hasSize(1);
    SweepSummary undisturbed =
        Sweep.of(TestSession.session(), catalogue("other"), "study", settings("a", false))
            .run(cells, SweepProgress.SILENT);
    assertThat(undisturbed.takenOver()).isZero();
    assertThat(SweepContent.of(catalogue(), "study"))
        .isEqualTo(SweepContent.of(catalogue("other"), "study"));
  }

  @Test
  void cellsWhosePredictionsHaveGoneAreDoneAgainAndFilesOfNoCellGo() throws IOException {
    CellTask task =
        new CellTask(
            HadoopSettings.of(TestSession.session().sparkContext().hadoopConfiguration()),
            catalogue().location(),
            "study",
            "a",
            "killed",
            CellMeasurement.Company.OTHERS);
    List<SweepCell> cells = new ArrayList<>(ToyCell.all(6, 1));
    task.run(cells, Long.MAX_VALUE);
    for (Path file : predictionFiles()) {
      Files.delete(file);
    }
    assertThat(run(cells, settings("a", false)).takenOver()).isZero();
    assertThat(catalogue().predictions().read("number=00000")).hasSize(3);
    List<Path> committed = predictionFiles();
    task.run(cells, Long.MAX_VALUE); // a task that outlived its driver
    assertThat(predictionFiles()).hasSize(committed.size() + 1);
    run(cells, settings("a", true));
    assertThat(predictionFiles()).isEqualTo(committed);
    assertThat(catalogue().predictions().read("number=00000")).hasSize(3);
  }

  private List<Path> predictionFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("catalogue").resolve("predictions"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  @Test
  void progressCountsUpAndEndsWithAll() {
    List<SweepProgress.State> states = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Sweep.of(TestSession.session(), catalogue(), "study", settings("a", false))
        .run(
            ToyCell.all(12, 1),
            new SweepProgress() {
              @Override
              public void at(State state) {
                states.add(state);
              }

              @Override
              public void line(String text) {
                lines.add(text);
              }
            });
    SweepProgress.State last = states.get(states.size() - 1);
    assertThat(last.finished()).isEqualTo(12);
    assertThat(last.inAll()).isEqualTo(12);
    assertThat(last.flagged()).isEqualTo(2);
    assertThat(last.failed()).isEqualTo(6);
    assertThat(last.left()).isZero();
    assertThat(lines).hasSize(8);
  }
}
