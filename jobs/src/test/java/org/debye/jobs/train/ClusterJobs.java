package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.debye.fixtures.StandaloneCluster;
import org.debye.jobs.Main;

/**
 * Jobs whose drivers are JVMs of their own, on a standalone cluster.
 *
 * @param log what the last one has said
 */
record ClusterJobs(Path log) {

  /** Starts one. */
  Process begin(StandaloneCluster cluster, List<String> words) throws IOException {
    List<String> command = new ArrayList<>(cluster.inside());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    cluster.executorOptions().forEach(pair -> command.add("-D" + pair[0] + "=" + pair[1]));
    command.addAll(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(cluster.environment());
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Waits until it has ended well. */
  void ended(Process process) throws InterruptedException {
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(this::said).isTrue();
      assertThat(process.exitValue()).as(this::said).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
