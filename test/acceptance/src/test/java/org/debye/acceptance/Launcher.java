package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code submit/debye} as a process of its own.
 *
 * @param folder for its output
 * @param environment beside, or in place of, that of this process
 */
record Launcher(Path folder, Map<String, String> environment) {
  private static final Path ROOT = Path.of(System.getProperty("debye.root", "."));
  private static final List<String> NOT_INHERITED =
      List.of("SPARK_HOME", "HADOOP_CONF_DIR", "YARN_CONF_DIR", "DEBYE_SECRET", "DEBYE_LOGS");

  /** How it has ended. */
  record Ended(int code, String out, String err) {
    /** The words of a printed command. */
    List<String> words() {
      return out.lines().toList();
    }
  }

  static Path root() {
    return ROOT;
  }

  /**
   * The launcher is not to build anything here: Maven has, unless only its tests were asked for.
   */
  static void assumeBuilt() {
    assumeTrue(
        Files.exists(ROOT.resolve("jobs/target/classpath.txt")),
        "jobs is not packaged: run mvn verify, not mvn test");
  }

  /** Starts a program of the folder submit. */
  Process begin(String program, List<String> words) throws IOException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("submit/" + program).toString()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeAll(NOT_INHERITED);
    builder.environment().keySet().removeIf(name -> name.startsWith("SLURM_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("DEBYE_BUILD", "never");
    builder.environment().put("DEBYE_LOGS", folder.resolve("logs").toString());
    builder.environment().putAll(environment);
    return builder
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /** Waits for it. */
  Ended end(Process process) throws IOException, InterruptedException {
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), read("out"), read("err"));
  }

  /** What it has said so far to standard output or error. */
  String read(String stream) throws IOException {
    return Files.readString(folder.resolve(stream));
  }

  Ended run(String... words) throws IOException, InterruptedException {
    return end(begin("debye", List.of(words)));
  }

  /** The same with more environment. */
  Launcher with(Map<String, String> more) {
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.putAll(more);
    return new Launcher(folder, all);
  }
}
