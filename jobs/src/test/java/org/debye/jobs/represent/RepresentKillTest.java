package org.debye.jobs.represent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.jobs.CommandProcess;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.jobs.train.SmallRamps;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.RepresentationRow;
import org.debye.spark.table.SweepResultRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a run, then the same again: nothing shows that it happened. */
@Timeout(900)
final class RepresentKillTest {
  private static final int PIECES = 30;
  private static final int KILLED_AFTER = 4;
  private static final String[] WORDS = {"model=specrr", "frames-per-piece=3"};

  @TempDir Path folder;

  @Test
  void aKilledRunIsTakenUpWhereItWas() throws Exception {
    Catalogue catalogue = SmallRamps.write(folder.resolve("tables"));
    SmallEncoders.train(catalogue, "specrr");
    killInTheMiddle(catalogue);
    CommandRun again = SmallEncoders.represent(catalogue, WORDS);
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
    int kept = number(again.out(), "(\\d+) taken over") + number(again.out(), "(\\d+) unchanged");
    assertThat(kept).as(again.out()).isBetween(KILLED_AFTER, PIECES - 1);
    SortedMap<String, float[]> resumed = rows(catalogue);

    assertThat(resumed).hasSize(3 * SmallRamps.FRAMES);
    assertThat(catalogue.journal().runs()).isEmpty();
    CommandRun fresh = SmallEncoders.represent(catalogue, "model=specrr", "frames-per-piece=1000");
    assertThat(fresh.code()).as(fresh.err()).isEqualTo(ExitCode.DONE);
    SortedMap<String, float[]> whole = rows(catalogue);
    assertThat(whole.keySet()).isEqualTo(resumed.keySet());
    whole.forEach(
        (frame, vector) ->
            assertThat(resumed.get(frame)).as(frame).containsExactly(vector, within(1e-5f)));
  }

  /** Each frame once. */
  private static SortedMap<String, float[]> rows(Catalogue catalogue) {
    SortedMap<String, float[]> rows = new TreeMap<>();
    for (SweepResultRow row : catalogue.sweepResults().read("represent/specrr")) {
      for (RepresentationRow one : catalogue.representations().read(row.cellId())) {
        String frame = one.datasetId() + " " + one.frame();
        assertThat(rows.put(frame, one.vector())).as(frame).isNull();
      }
    }
    return rows;
  }

  private static int number(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  /** The job in a JVM of its own, killed when so many pieces are noted. */
  private void killInTheMiddle(Catalogue catalogue) throws Exception {
    Path log = folder.resolve("killed.log");
    List<String> options = List.of("-Dspark.debye.sweep.commit.seconds=1000");
    Process process = CommandProcess.start(log, options, SmallEncoders.words(catalogue, WORDS));
    try {
      while (catalogue.finishedCells("represent/specrr").names().size() < KILLED_AFTER) {
        assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as(() -> text(log)).isFalse();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(catalogue.sweepResults().states("represent/specrr").size()).isLessThan(PIECES);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
