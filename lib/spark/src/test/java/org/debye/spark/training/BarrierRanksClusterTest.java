package org.debye.spark.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;
import org.debye.fixtures.StandaloneCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ranks on a real cluster: master, two workers, two executors and the driver, each a JVM. */
@Timeout(900)
final class BarrierRanksClusterTest {
  private static final Pattern OUTCOME =
      Pattern.compile(
          "(\\S+) rank (\\d) executor (\\d+) attempt (\\d+) begun (\\d+) weights (\\S+)");

  @TempDir Path folder;

  /** What the driver has said of a rank. */
  private record Outcome(String run, int rank, int executor, int attempt, int begun, String fit) {
    static List<Outcome> of(List<String> lines, String run) {
      return lines.stream()
          .map(OUTCOME::matcher)
          .filter(Matcher::matches)
          .map(
              line ->
                  new Outcome(
                      line.group(1),
                      Integer.parseInt(line.group(2)),
                      Integer.parseInt(line.group(3)),
                      Integer.parseInt(line.group(4)),
                      Integer.parseInt(line.group(5)),
                      line.group(6)))
          .filter(outcome -> outcome.run().equals(run))
          .toList();
    }
  }

  @Test
  void aKilledExecutorChangesNothingButTheTime() throws Exception {
    List<String> lines;
    try (StandaloneCluster cluster = StandaloneCluster.start(folder, 2, 1)) {
      lines = application(cluster, "undisturbed", "killed", "refusing", "too-many");
    }
    lines.forEach(System.out::println);
    assertThat(lines).endsWith("ended");

    List<Outcome> undisturbed = Outcome.of(lines, "undisturbed");
    assertThat(undisturbed).extracting(Outcome::rank).containsExactly(0, 1);
    assertThat(undisturbed).extracting(Outcome::executor).doesNotHaveDuplicates();
    assertThat(undisturbed).extracting(Outcome::attempt).containsOnly(0);
    String fit = undisturbed.get(0).fit();
    assertThat(fit.split(",", -1)).hasSize(20).doesNotContain("0");
    assertThat(undisturbed.get(1).fit()).isEqualTo(fit);

    assertThat(lines).anyMatch(line -> line.matches("killed true after epoch \\d+"));
    List<Outcome> killed = Outcome.of(lines, "killed");
    assertThat(killed).extracting(Outcome::rank).containsExactly(0, 1);
    assertThat(killed).allSatisfy(outcome -> assertThat(outcome.attempt()).isPositive());
    assertThat(killed)
        .allSatisfy(
            outcome -> assertThat(outcome.begun()).isBetween(3, ClusterApplication.WORK.epochs()));
    assertThat(killed).extracting(Outcome::fit).containsOnly(fit);

    assertThat(lines)
        .contains(
            "refused scan_7: spectrum 3 is not finite. Mask it.",
            "refused ranks: 5 ranks do not fit: the cluster runs 2 tasks at a time (2 executors,"
                + " spark.task.cpus=1). Ask for fewer ranks, or for more executors, cores or"
                + " GPUs.");
  }

  private List<String> application(StandaloneCluster cluster, String... what) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    cluster.executorOptions().forEach(pair -> command.add("-D" + pair[0] + "=" + pair[1]));
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(ClusterApplication.class.getName());
    command.add(folder.toString());
    command.addAll(List.of(what));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(cluster.environment());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      return lines.lines().toList();
    } finally {
      process.destroyForcibly();
    }
  }
}
