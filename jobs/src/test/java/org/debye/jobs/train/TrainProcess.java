package org.debye.jobs.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.debye.jobs.Main;
import org.debye.spark.table.Catalogue;

/** The job {@code train} in a JVM of its own, with two cores of an embedded Spark. */
final class TrainProcess {
  private TrainProcess() {}

  /**
   * Starts it.
   *
   * @param log gets what it says
   * @param options of the JVM
   * @param words beside quick settings
   */
  static Process start(Catalogue catalogue, Path log, List<String> options, String... words)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(
        List.of(
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-Dspark.master=local[2]",
            "-Dspark.task.cpus=1",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(Main.class.getName());
    command.addAll(SmallRamps.words(catalogue, words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
