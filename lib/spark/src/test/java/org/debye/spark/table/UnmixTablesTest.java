package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;
import org.debye.provenance.RunRecord;
import org.debye.spark.TestSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits are in both tables or in neither, once, whatever is killed. */
final class UnmixTablesTest {
  @TempDir Path folder;

  private Catalogue catalogue() {
    return Catalogue.at(folder.resolve("catalogue").toString(), new Configuration());
  }

  private static EndmemberRow endmember(String fit, int number, double value, String runId) {
    double[] mean = {value, value + 1, Double.NaN};
    EndmemberRow.Bands bands =
        number == 0 ? null : new EndmemberRow.Bands(mean, mean, mean, mean, mean, mean);
    return new EndmemberRow(
        fit, number, number == 0 ? "water" : null, "hmc", "axis", mean, bands, runId);
  }

  private static AbundanceRow abundance(String fit, long frame, String runId) {
    double[] mean = {0.25, 0.75};
    AbundanceRow.Bands bands = frame == 0 ? null : new AbundanceRow.Bands(mean, mean, mean, mean);
    return new AbundanceRow(fit, "scan", frame, mean, bands, runId);
  }

  private static SweepResultRow result(String fit, CellStatus status, String runId) {
    return new SweepResultRow(
        "scene",
        fit,
        "unmix 1",
        "print",
        Map.of("method", "hmc"),
        status,
        status == CellStatus.DONE ? null : new SweepResultRow.Problem("NO_CHAIN_MOVED", "stuck"),
        Map.of("r_hat", 1.001),
        Map.of(),
        1,
        2,
        Instant.EPOCH,
        runId);
  }

  private static ChainDraws chain(double value) {
    double[] ones = {1, 1};
    return new ChainDraws(
        List.of("w[1]", "w[2]"),
        new double[] {value, 0.5, 0.25, 0.75},
        new SamplerStatistics(ones, ones, ones, new int[2], new int[2], new boolean[2], ones));
  }

  private RunRecord write(String fit, double value, int frames) {
    RunRecord record = RunRecord.begin("unmix").build();
    try (FitWriter writer = FitWriter.open(TestSession.session(), catalogue(), record)) {
      List<AbundanceRow> abundances =
          IntStream.range(0, frames)
              .mapToObj(frame -> abundance(fit, frames - 1 - frame, record.runId()))
              .toList();
      writer.write(
          new FitWriter.Fit(
              result(fit, CellStatus.DONE, record.runId()),
              List.of(
                  endmember(fit, 1, value, record.runId()),
                  endmember(fit, 0, value, record.runId())),
              abundances,
              List.of(chain(value), chain(value + 1))));
    }
    return record;
  }

  private static PredictionRow prediction(String fit, long frame, String runId) {
    return frame == 0
        ? PredictionRow.of(fit, "spectral-clustering", "scan", frame, "1", runId)
        : new PredictionRow(
            fit, "cnn", "scan", frame, "after", Map.of("after", 0.75, "before", 0.25), 0.56, runId);
  }

  @Test
  void predictionsComeBackInOrderAndReplaceThoseOfTheirId() {
    for (int time = 0; time < 2; time++) {
      RunRecord record = RunRecord.begin("explore").build();
      try (FitWriter writer = FitWriter.open(TestSession.session(), catalogue(), record)) {
        SweepResultRow result = result("ramp/explore/1", CellStatus.DONE, record.runId());
        writer.write(
            result,
            Stream.of(2L, 0L, 1L)
                .map(frame -> prediction("ramp/explore/1", frame, record.runId())));
        assertThatThrownBy(
                () -> writer.write(result, Stream.of(prediction("other", 0, record.runId()))))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("predictions of other in ramp/explore/1");
        writer.write(
            result,
            Stream.of(2L, 0L, 1L)
                .map(frame -> prediction("ramp/explore/1", frame, record.runId())));
      }
      assertThat(catalogue().predictions().read("ramp/explore/1"))
          .containsExactly(
              prediction("ramp/explore/1", 0, record.runId()),
              prediction("ramp/explore/1", 1, record.runId()),
              prediction("ramp/explore/1", 2, record.runId()));
    }
    assertThat(catalogue().sweepResults().read("scene")).hasSize(1);
  }

  @Test
  void aFitComesBackInOrder() {
    RunRecord record = write("samson-1", 2, 5);
    write("jasper-1", 3, 2);
    List<EndmemberRow> endmembers = catalogue().endmembers().read("samson-1");
    assertThat(endmembers).extracting(EndmemberRow::endmember).containsExactly(0, 1);
    assertThat(endmembers.get(0))
        .usingRecursiveComparison()
        .withComparatorForType(Double::compare, Double.class)
        .isEqualTo(endmember("samson-1", 0, 2, record.runId()));
    assertThat(endmembers.get(1))
        .usingRecursiveComparison()
        .withComparatorForType(Double::compare, Double.class)
        .isEqualTo(endmember("samson-1", 1, 2, record.runId()));
    List<AbundanceRow> abundances = catalogue().abundances().read("samson-1");
    assertThat(abundances).extracting(AbundanceRow::frame).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(abundances.get(3))
        .usingRecursiveComparison()
        .withComparatorForType(Double::compare, Double.class)
        .isEqualTo(abundance("samson-1", 3, record.runId()));
    assertThat(abundances.get(0).bands()).isNull();
    assertThat(catalogue().endmembers().fits()).containsExactly("jasper-1", "samson-1");
    assertThat(catalogue().runs().all()).hasSize(2);
    assertThat(catalogue().runs().all().get(0).outcomes()).containsAllEntriesOf(Map.of("fits", 1L));
  }

  @Test
  void aFitThatIsMadeAgainReplacesTheEarlierOneAndNoOther() {
    write("a", 1, 3);
    write("b", 1, 3);
    write("a", 9, 2);
    assertThat(catalogue().endmembers().read("a")).hasSize(2).allMatch(row -> row.mean()[0] == 9);
    assertThat(catalogue().abundances().read("a")).hasSize(2);
    assertThat(catalogue().endmembers().read("b")).hasSize(2);
    assertThat(catalogue().abundances().read("b")).hasSize(3);
    assertThat(catalogue().sweepResults().states("scene")).containsOnlyKeys("a", "b");
    assertThat(catalogue().draws().read("scene", "a")).containsOnlyKeys(0, 1);
    assertThat(List.copyOf(catalogue().draws().read("scene", "a").values()).get(1).of("w[1]"))
        .containsExactly(10, 0.25);
    assertThat(List.copyOf(catalogue().draws().read("scene", "b").values()).get(0).of("w[1]"))
        .containsExactly(1, 0.25);
  }

  @Test
  void aFitThatFailedIsARowAndNothingElse() {
    RunRecord record = RunRecord.begin("unmix").build();
    SweepResultRow failed = result("a", CellStatus.FAILED, record.runId());
    try (FitWriter writer = FitWriter.open(TestSession.session(), catalogue(), record)) {
      writer.write(new FitWriter.Fit(failed, List.of(), List.of(), List.of()));
    }
    assertThat(catalogue().sweepResults().read("scene"))
        .singleElement()
        .satisfies(row -> assertThat(row.problem()).isEqualTo(failed.problem()));
    assertThat(catalogue().endmembers().read("a")).isEmpty();
    assertThat(catalogue().draws().read("scene", "a")).isEmpty();
  }

  @Test
  void rowsOfAnotherFitAreRefusedAndNothingIsWritten() {
    RunRecord record = RunRecord.begin("unmix").build();
    try (FitWriter writer = FitWriter.open(TestSession.session(), catalogue(), record)) {
      assertThatThrownBy(
              () ->
                  writer.write(
                      new FitWriter.Fit(
                          result("a", CellStatus.DONE, "run"),
                          List.of(endmember("a", 0, 1, "run")),
                          List.of(abundance("b", 0, "run")),
                          List.of())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("abundances of b in a");
    }
    assertThat(catalogue().endmembers().read("a")).isEmpty();
    assertThat(catalogue().sweepResults().states("scene")).isEmpty();
  }
}
