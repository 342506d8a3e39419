package org.debye.learning.collective;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranks that are processes, as they are on a cluster. */
@Timeout(120)
final class CollectiveProcessesTest {
  @TempDir Path folder;

  private final List<Rank> started = new ArrayList<>();

  /** A process and what it says. */
  private record Rank(Process process, BufferedReader lines) {
    List<String> rest() {
      return lines.lines().filter(line -> !line.startsWith("[Gloo]")).toList();
    }

    /** The next line of ours; Gloo itself greets on the standard output. */
    String next() throws IOException {
      String line = lines.readLine();
      while (line != null && line.startsWith("[Gloo]")) {
        line = lines.readLine();
      }
      return String.valueOf(line);
    }
  }

  @AfterEach
  void endAll() throws InterruptedException {
    for (Rank rank : started) {
      rank.process.destroyForcibly().waitFor();
    }
  }

  @Test
  void allRanksHaveTheSameBitsAtEveryRepeat() throws Exception {
    List<List<String>> said = new ArrayList<>();
    for (Rank rank : start("operations", 3, 60)) {
      said.add(rank.rest());
      assertThat(rank.process.waitFor()).isZero();
    }
    assertThat(said.get(1)).isEqualTo(said.get(0));
    assertThat(said.get(2)).isEqualTo(said.get(0));
    List<String> lines = said.get(0);
    assertThat(lines).hasSize(9).endsWith("ended");
    assertThat(lines.subList(0, 3)).containsOnly(lines.get(0));
    assertThat(lines).contains("int64 [6, " + (3L << 60) + "]", "numbers [10, 11, 12]");
    assertThat(lines).contains("rows [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]");
    // The same again among threads of this JVM: neither processes nor timing enter into the bits.
    assertThat(RankThreads.results(3, CollectiveOperations::run).get(0))
        .isEqualTo(lines.subList(0, 8));
  }

  /** Few values go without Gloo, many with it. */
  @ParameterizedTest
  @ValueSource(ints = {100, 1_000_000})
  void aRankThatIsKilledIsNoticedInSeconds(int values) throws Exception {
    List<Rank> ranks = start(Integer.toString(values), 3, 60);
    for (Rank rank : ranks) {
      assertThat(rank.next()).isEqualTo("going");
    }
    ranks.get(1).process.destroyForcibly().waitFor();
    for (Rank rank : List.of(ranks.get(0), ranks.get(2))) {
      String lost = rank.next();
      System.out.println(lost);
      assertThat(lost)
          .contains(" of 3 has lost another in summing " + values + " values: it has died or does");
      assertThat(milliseconds(lost)).isLessThan(5_000);
      assertThat(rank.rest()).containsExactly("ended");
      assertThat(rank.process.waitFor()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000_000})
  void aRankThatStopsAnsweringIsNoticedWhenPatienceEnds(int values) throws Exception {
    List<Rank> ranks = start(Integer.toString(values), 2, 2);
    assertThat(ranks.get(0).next()).isEqualTo("going");
    assertThat(ranks.get(1).next()).isEqualTo("going");
    Process stop =
        new ProcessBuilder("kill", "-STOP", Long.toString(ranks.get(1).process.pid())).start();
    assertThat(stop.waitFor()).isZero();
    String lost = ranks.get(0).next();
    System.out.println(lost);
    assertThat(milliseconds(lost)).isBetween(1_500L, 10_000L);
    assertThat(ranks.get(0).rest()).containsExactly("ended");
    assertThat(ranks.get(0).process.waitFor()).isZero();
  }

  /** How long the last operation has taken: "lost 12 Rank 0 ...". */
  private static long milliseconds(String lost) {
    return Long.parseLong(lost.substring(5, lost.indexOf(' ', 5)));
  }

  private List<Rank> start(String what, int size, int answering) throws IOException {
    List<Rank> ranks = new ArrayList<>();
    Rank first = start(what, 0, size, "0", answering);
    ranks.add(first);
    String port = first.next().substring("port ".length());
    for (int rank = 1; rank < size; rank++) {
      ranks.add(start(what, rank, size, port, answering));
    }
    return ranks;
  }

  private Rank start(String what, int rank, int size, String port, int answering)
      throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RankProcess.class.getName(),
            what,
            Integer.toString(rank),
            Integer.toString(size),
            port,
            "attempt",
            Integer.toString(answering));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Rank made = new Rank(process, process.inputReader(StandardCharsets.UTF_8));
    started.add(made);
    return made;
  }
}
