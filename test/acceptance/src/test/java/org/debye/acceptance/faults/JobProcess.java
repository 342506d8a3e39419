package org.debye.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.debye.jobs.Main;

/**
 * A job of Debye in a JVM of its own, as the launcher starts it.
 *
 * @param log both of its streams
 */
record JobProcess(Process process, Path log) {
  private static final long LONGEST_MINUTES = 15;

  /**
   * Starts one.
   *
   * @param words of the command line
   */
  static JobProcess start(Path log, JobPlace place, List<String> words) {
    List<String> command = new ArrayList<>(place.inside());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    place.spark().forEach(setting -> command.add("-D" + setting));
    command.add(
        "-Dlog4j2.configurationFile="
            + Path.of(System.getProperty("debye.root", "."), "conf", "log4j2.properties"));
    command.addAll(List.of("-Xmx768m", "-Ddebye.revision=faults"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(words);
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(place.environment());
      return new JobProcess(builder.redirectOutput(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits so long, or until it has ended; whether it has. */
  boolean waitMilliseconds(long milliseconds) throws InterruptedException {
    return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Kills it with SIGKILL: nothing of it runs any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits until it has ended by itself, and gives its exit code. */
  int ended() throws InterruptedException {
    try {
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("it does not end: " + said());
      }
      return process.exitValue();
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
