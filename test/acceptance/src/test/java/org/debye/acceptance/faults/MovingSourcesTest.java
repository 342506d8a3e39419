package org.debye.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.debye.jobs.ExitCode;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw files that are rewritten or vanish, at random moments, while {@code reduce} reads them. */
@Tag("acceptance")
final class MovingSourcesTest {
  private static final long SEED = Long.getLong("debye.faults.seed", 1);
  private static final int TRIALS = 6;
  private static final int OTHER = 1000;

  @TempDir Path folder;

  @Test
  void aSpectrumIsOfTheOldBytesOrOfTheNewAndTheNextRunHasThoseThatAreThere() throws Exception {
    Undisturbed old = Undisturbed.run(FaultJob.REDUCE, folder.resolve("work"), JobPlace.EMBEDDED);
    Path raw = old.work().resolve("raw");
    Path kept = folder.resolve("kept");
    copy(raw, kept);
    List<Path> files = files(raw);
    Set<String> rows = new HashSet<>(spectra(old.rows()));
    for (int i = 0; i < files.size(); i++) {
      FaultJob.frames(files.get(i), i == 0 ? 150 : 6, OTHER + i);
    }
    old.fresh();
    assertThat(old.start().ended()).isZero();
    rows.addAll(spectra(TableRows.of(old.catalogue())));
    for (int trial = 0; trial < TRIALS; trial++) {
      copy(kept, raw);
      old.fresh();
      RandomStream random = RandomStreams.of(SEED).under("moving").at(trial);
      JobProcess process = old.start();
      long moment = (long) (random.nextDouble() * old.milliseconds());
      boolean ended = process.waitMilliseconds(moment);
      for (int i = 0; i < files.size(); i += 3) {
        FaultJob.frames(files.get(i), i == 0 ? 150 : 6, OTHER + i);
      }
      for (int i = 1; i < files.size(); i += 7) {
        Files.delete(files.get(i));
      }
      String what = "seed " + SEED + ", trial " + trial + " after " + moment + " ms, " + ended;
      assertThat(process.ended())
          .as(() -> what + process.said())
          .isIn(ExitCode.DONE.code(), ExitCode.SOME_FAILED.code());
      List<String> found = spectra(TableRows.of(old.catalogue()));
      assertThat(found).as(what).doesNotHaveDuplicates();
      assertThat(rows).as(what).containsAll(found);
      copy(kept, raw);
      assertThat(old.start("again.log", Map.of()).ended()).as(what).isZero();
      assertThat(spectra(TableRows.of(old.catalogue()))).as(what).isEqualTo(spectra(old.rows()));
      String failed =
          process.said().lines().filter(line -> line.startsWith("failed")).count() + " failed";
      System.out.println(what + ": " + failed + "; " + KilledJobsTest.summary(process));
    }
  }

  private static List<String> spectra(Map<String, List<String>> tables) {
    return Objects.requireNonNull(tables.get("spectra"));
  }

  private static List<Path> files(Path raw) throws IOException {
    try (Stream<Path> files = Files.list(raw)) {
      return files.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : new ArrayList<>(files(from))) {
      Files.copy(
          file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
