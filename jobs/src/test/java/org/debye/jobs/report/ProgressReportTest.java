package org.debye.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.debye.jobs.Console;
import org.debye.spark.reduce.ReduceProgress.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressReportTest {
  private static final State HALF = new State(5, 10, 2500, 123.4, 1, Duration.ofSeconds(200));
  private static final State END = new State(10, 10, 5000, 120, 0, null);

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ProgressReport report(boolean terminal) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new ProgressReport(new Console(stream, stream, terminal));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void onATerminalOneLineIsDrawnOver() {
    ProgressReport report = report(true);
    report.at(HALF);
    report.at(END);
    String half = "5 of 10 datasets, 2,500 spectra, 123 frames/s, 1 with failures, 3 min 20 s left";
    assertThat(said())
        .isEqualTo(
            half
                + "\r"
                + " ".repeat(half.length())
                + "\r10 of 10 datasets, 5,000 spectra, 120 frames/s");
  }

  @Test
  void aLineOnATerminalTakesThePlaceOfTheProgress() {
    ProgressReport report = report(true);
    report.at(END);
    report.line("scan_7: skipped");
    assertThat(said()).endsWith("\rdebye: scan_7: skipped\n");
  }

  @Test
  void elsewhereOnlyTheEndIsSaidAtOnce() {
    ProgressReport report = report(false);
    report.at(HALF);
    report.at(END);
    assertThat(said()).isEqualTo("debye: 10 of 10 datasets, 5,000 spectra, 120 frames/s\n");
  }

  @ParameterizedTest
  @CsvSource({"0,0 s", "59,59 s", "60,1 min 0 s", "3599,59 min 59 s", "7500,2 h 5 min"})
  void timesAreWords(long seconds, String words) {
    assertThat(ProgressReport.words(Duration.ofSeconds(seconds))).isEqualTo(words);
  }
}
