package org.debye.spark.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.launcher.JavaModuleOptions;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spark.TestSession;
import org.debye.spark.table.Catalogue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at random moments, then the same again: the tables are those of an undisturbed run. */
final class SweepKillTest {
  private static final long SEED = 20261;

  @TempDir Path folder;

  @Test
  void aSweepKilledTwiceAndResumedEqualsAnUndisturbedOne() throws Exception {
    killAndCompare(2, 2);
  }

  @Test
  @Tag("acceptance")
  void manySweepsKilledAndResumedEqualAnUndisturbedOne() throws Exception {
    killAndCompare(24, 3);
  }

  /** Kills between commits of two tables and in the removal of rows that are made again. */
  @Test
  @Tag("acceptance")
  void aKilledRetryOfFailedCellsIsCompletedByTheNextOne() throws Exception {
    List<String> undisturbed = whole("undisturbed", false);
    RandomStream random = RandomStreams.of(SEED).at(2);
    for (int i = 0; i < 4; i++) {
      String name = "retried" + i;
      whole(name, false);
      kill(name, "local[2]", true, random.nextInt(KilledSweep.CELLS / 2), random.nextInt(200));
      assertThat(whole(name, true)).isEqualTo(undisturbed);
    }
  }

  /** The same numbers whatever the number of cores. */
  @Test
  @Tag("acceptance")
  void oneCoreAndFourGiveTheSameTables() throws Exception {
    List<String> two = whole("two", false);
    for (String master : List.of("local[1]", "local[4]")) {
      try (BufferedReader lines = start(master, master, false).inputReader()) {
        assertThat(lines.lines().filter(line -> line.startsWith("ended"))).hasSize(1);
      }
      assertThat(SweepContent.of(catalogue(master), "study")).isEqualTo(two);
    }
  }

  private void killAndCompare(int kills, int eachTime) throws Exception {
    List<String> undisturbed = whole("undisturbed", false);
    assertThat(undisturbed).hasSize(KilledSweep.CELLS + KilledSweep.CELLS / 6 * 5 + 2);
    RandomStream random = RandomStreams.of(SEED).at(kills);
    for (int i = 0; i < kills; i++) {
      String name = "killed" + i / eachTime;
      int problems = random.nextInt(KilledSweep.PROBLEMS / 2 / eachTime);
      kill(name, i % 2 == 0 ? "local[2]" : "local[3]", false, problems, random.nextInt(200));
      if (i % eachTime == eachTime - 1) {
        assertThat(whole(name, false)).isEqualTo(undisturbed);
        long version = catalogue(name).sweepResults().version();
        assertThat(whole(name, false)).isEqualTo(undisturbed);
        assertThat(catalogue(name).sweepResults().version()).isEqualTo(version);
      }
    }
  }

  private Catalogue catalogue(String name) {
    return Catalogue.at(folder.resolve(name).toString(), new Configuration());
  }

  /** Does what is left, here, and gives what is in the tables. */
  private List<String> whole(String name, boolean retryFailed) {
    SweepSummary summary =
        Sweep.of(
                TestSession.session(),
                catalogue(name),
                "study",
                SweepTest.settings("a", retryFailed))
            .run(ToyCell.all(KilledSweep.CELLS, KilledSweep.WORK), SweepProgress.SILENT);
    System.out.println(
        name + ": " + summary.takenOver() + " taken over, " + summary.unchanged() + " unchanged");
    assertThat(catalogue(name).journal().runs()).isEmpty();
    assertThat(catalogue(name).finishedCells("study").names()).isEmpty();
    return SweepContent.of(catalogue(name), "study");
  }

  private Process start(String name, String master, boolean retryFailed) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(
        List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(KilledSweep.class.getName());
    command.addAll(List.of(folder.resolve(name).toString(), master, Boolean.toString(retryFailed)));
    return new ProcessBuilder(command).redirectError(errors(name).toFile()).start();
  }

  /** What the last process of this name has said. */
  private Path errors(String name) {
    return folder.resolve(name.replaceAll("\\W", "") + ".err");
  }

  /** Runs a JVM and kills it a while after so many cells of it have failed or been flagged. */
  private void kill(String name, String master, boolean retryFailed, int problems, int milliseconds)
      throws Exception {
    System.out.printf(
        "seed %d, %s: killed %d ms after problem %d%n", SEED, name, milliseconds, problems);
    Process process = start(name, master, retryFailed);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("begun");
      String line = "problem";
      for (int i = 0; i < problems && line.equals("problem"); i++) {
        line = lines.readLine();
        assertThat(line).as(() -> text(errors(name))).isIn("problem", "ended");
      }
      if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
        System.out.println("it had ended before");
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
