package org.debye.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A JVM of a standalone cluster that this JVM has started, or one that a worker of it has.
 *
 * @param command with which it was started
 * @param environment in which it was started
 */
record ClusterProcess(ProcessHandle handle, List<String> command, Map<String, String> environment) {
  private static final String WORKER = "org.apache.spark.deploy.worker.Worker";
  private static final String EXECUTOR = "org.apache.spark.executor.CoarseGrainedExecutorBackend";

  /** Workers that run now. */
  static List<ClusterProcess> workers() {
    return running(WORKER);
  }

  /** Executors that run now. */
  static List<ClusterProcess> executors() {
    return running(EXECUTOR);
  }

  /** Waits until so many executors run; false where the job has ended before. */
  static boolean awaitExecutors(int count, JobProcess job) throws InterruptedException {
    while (executors().size() < count) {
      if (job.waitMilliseconds(100)) {
        return false;
      }
    }
    return true;
  }

  private static List<ClusterProcess> running(String main) {
    List<ClusterProcess> found = new ArrayList<>();
    ProcessHandle.current()
        .descendants()
        .sorted()
        .forEach(
            one -> {
              List<String> command = words(one, "cmdline");
              if (command.contains(main)) {
                found.add(new ClusterProcess(one, command, environment(one)));
              }
            });
    return found;
  }

  private static Map<String, String> environment(ProcessHandle process) {
    Map<String, String> environment = new HashMap<>();
    for (String word : words(process, "environ")) {
      int end = word.indexOf('=');
      if (end > 0) {
        environment.put(word.substring(0, end), word.substring(end + 1));
      }
    }
    return environment;
  }

  private static List<String> words(ProcessHandle process, String file) {
    try {
      Path place = Path.of("/proc", Long.toString(process.pid()), file);
      String text = Files.readString(place, StandardCharsets.ISO_8859_1);
      return text.isEmpty() ? List.of() : List.of(text.split("\0"));
    } catch (IOException e) {
      return List.of(); // it has ended meanwhile
    }
  }

  /** Kills it with SIGKILL, and what it has started with it, as where a machine loses its power. */
  void kill() {
    handle.descendants().forEach(ProcessHandle::destroyForcibly);
    handle.destroyForcibly();
    handle.onExit().join();
  }

  /** Starts it anew, as a supervisor would. */
  void again(Path log) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it for a while without ending it: it is as slow as can be. */
  void signal(String name) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + name, Long.toString(handle.pid())).inheritIO().start();
      kill.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
