package org.debye.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;

/** A command in a JVM of its own, on an embedded Spark of two cores; one to be killed. */
public final class CommandProcess {
  private CommandProcess() {}

  /**
   * Starts it.
   *
   * @param log gets what it says
   * @param options of the JVM
   * @param words of the command
   */
  public static Process start(Path log, List<String> options, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-Dspark.master=local[2]"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(words);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
