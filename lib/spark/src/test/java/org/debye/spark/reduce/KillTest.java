package org.debye.spark.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
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
import org.debye.spark.table.CatalogueContent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at random moments, then the same again: the tables are those of an undisturbed run. */
final class KillTest {
  private static final int DATASETS = 24;
  private static final long SEED = 20260;

  @TempDir Path folder;

  @Test
  void aKilledRunIsCompletedByTheNextOne() throws Exception {
    killAndCompare(2);
  }

  @Test
  @Tag("acceptance")
  void manyKilledRunsAreCompletedByTheNextOne() throws Exception {
    killAndCompare(20);
  }

  private void killAndCompare(int kills) throws Exception {
    for (int i = 0; i < DATASETS; i++) {
      FrameFiles.write(folder.resolve("scan_%02d.h5".formatted(i)), 3, i);
    }
    List<String> undisturbed = content("undisturbed", true);
    assertThat(undisturbed).hasSize(DATASETS * 4 + 1);
    RandomStream random = RandomStreams.of(SEED).at(kills);
    for (int i = 0; i < kills; i++) {
      String catalogue = folder.resolve("killed" + i / 2).toString();
      int after = (int) (random.nextDouble() * DATASETS);
      int milliseconds = (int) (random.nextDouble() * 150);
      System.out.println(
          "seed "
              + SEED
              + ", kill "
              + i
              + ": after dataset "
              + after
              + " + "
              + milliseconds
              + " ms");
      kill(folder + "/*.h5", catalogue, "datasets ", after, milliseconds);
      if (i % 2 == 1 || i == kills - 1) {
        assertThat(content("killed" + i / 2, true)).isEqualTo(undisturbed);
        assertThat(content("killed" + i / 2, false)).isEqualTo(undisturbed);
      }
    }
  }

  /** 200 tasks, one commit: what they finish before a kill is not done again. */
  @Test
  @Tag("acceptance")
  void aLargeDatasetLosesOnlyTheTasksThatRan() throws Exception {
    String input = Files.createDirectory(folder.resolve("large")) + "/*.h5";
    FrameFiles.write(folder.resolve("large/scan.h5"), 400, 7);
    Catalogue killed = Catalogue.at(folder.resolve("killed").toString(), new Configuration());
    RandomStream random = RandomStreams.of(SEED).at(3);
    long kept = 0;
    for (int i = 0; i < 6; i++) {
      kill(input, killed.location(), "spectra ", 1, (int) (random.nextDouble() * 300));
      long noted = killed.finished().all().stream().mapToLong(one -> one.file().rows()).sum();
      System.out.println("seed " + SEED + ", kill " + i + ": " + noted + " spectra are kept");
      assertThat(noted).isGreaterThanOrEqualTo(kept);
      kept = noted;
    }
    assertThat(kept).isPositive();
    Process process = start(input, killed.location());
    process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> {});
    assertThat(process.waitFor()).isZero();
    Catalogue whole = Catalogue.at(folder.resolve("whole").toString(), new Configuration());
    reduce(input, whole.location());
    assertThat(CatalogueContent.of(killed)).isEqualTo(CatalogueContent.of(whole));
    assertThat(killed.runs().all()).hasSizeGreaterThan(1);
    assertThat(killed.finished().all()).isEmpty();
  }

  private List<String> content(String name, boolean reduce) throws IOException {
    String location = folder.resolve(name).toString();
    Catalogue catalogue = Catalogue.at(location, new Configuration());
    long version = catalogue.datasets().version();
    ReduceSummary summary = reduce(folder + "/*.h5", location);
    if (!reduce) {
      assertThat(summary.unchanged()).isEqualTo(DATASETS);
      assertThat(catalogue.datasets().version()).isEqualTo(version);
    }
    assertThat(catalogue.journal().pending()).isEmpty();
    return CatalogueContent.of(catalogue);
  }

  private static ReduceSummary reduce(String input, String catalogue) {
    return new ReduceRun(
            TestSession.session(), FrameFiles.settings(input, catalogue), ReduceProgress.SILENT)
        .run();
  }

  private static Process start(String input, String catalogue) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KilledReduce.class.getName(), input, catalogue));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Runs a JVM and kills it a while after its progress has counted so many. */
  private static void kill(
      String input, String catalogue, String counted, int after, int milliseconds)
      throws Exception {
    Process process = start(input, catalogue);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.equals("ended") && count(line, counted) < after) {
        line = lines.readLine();
      }
      assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS) && line == null).isFalse();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static int count(String line, String counted) {
    return line.startsWith(counted) ? Integer.parseInt(line.substring(counted.length())) : -1;
  }
}
