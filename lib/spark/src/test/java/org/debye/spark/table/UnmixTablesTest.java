package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
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

  private RunRecord write(String fit, double value, int frames) {
    RunRecord record = RunRecord.begin("unmix").build();
    try (FitWriter writer = FitWriter.open(TestSession.session(), catalogue(), record)) {
      List<AbundanceRow> abundances =
          IntStream.range(0, frames)
              .mapToObj(frame -> abundance(fit, frames - 1 - frame, record.runId()))
              .toList();
      writer.write(
          fit,
          List.of(
              endmember(fit, 1, value, record.runId()), endmember(fit, 0, value, record.runId())),
          abundances);
    }
    return record;
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
  }

  @Test
  void rowsOfAnotherFitAreRefusedAndNothingIsWritten() {
    RunRecord record = RunRecord.begin("unmix").build();
    try (FitWriter writer = FitWriter.open(TestSession.session(), catalogue(), record)) {
      assertThatThrownBy(
              () ->
                  writer.write(
                      "a", List.of(endmember("a", 0, 1, "run")), List.of(abundance("b", 0, "run"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("abundances of b in a");
    }
    assertThat(catalogue().endmembers().read("a")).isEmpty();
  }
}
