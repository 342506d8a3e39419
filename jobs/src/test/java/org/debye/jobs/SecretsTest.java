package org.debye.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that was given secrets leaves them nowhere: output, event log, tables, notes. */
@Tag("acceptance")
class SecretsTest {
  private static final String SECRET = "hunter2-Zq9";

  /** No secret: were it missed too, the log would not be what is looked through. */
  private static final String SHOWN = "visible-Zq9";

  private static final List<String> KEYS =
      List.of(
          "spark.authenticate.secret",
          "spark.hadoop.fs.s3a.secret.key",
          "spark.hadoop.fs.s3a.access.key",
          "spark.hadoop.fs.s3a.session.token",
          "spark.hadoop.fs.azure.account.key.store.dfs.core.windows.net",
          "spark.hadoop.fs.s3a.encryption.key",
          "spark.ssl.keyPassword");

  @TempDir Path folder;

  private record Ended(int code, String said) {}

  private Ended debye(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(org.apache.spark.launcher.JavaModuleOptions.defaultModuleOptions().split(" ", -1)));
    command.add("-Dspark.eventLog.enabled=true");
    command.add("-Dspark.eventLog.compress=false");
    command.add("-Dspark.debye.shown=" + SHOWN);
    command.add(
        "-Dspark.eventLog.dir=" + Files.createDirectories(folder.resolve("events")).toUri());
    KEYS.forEach(key -> command.add("-D" + key + "=" + SECRET));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    File said = folder.resolve("said.txt").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
    int code = process.waitFor();
    String text = Files.readString(said.toPath(), StandardCharsets.UTF_8);
    Files.delete(said.toPath());
    return new Ended(code, text);
  }

  @Test
  void whatAJobLeavesTellsNoSecret() throws IOException, InterruptedException {
    Path spectrum = Files.writeString(folder.resolve("a.xy"), "1 2\n2 3\n3 4\n");
    Path tables = folder.resolve("tables");

    Ended ended = debye("import", "input=" + spectrum, "catalogue=" + tables, "axis.kind=2th_deg");

    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(ended.said()).doesNotContain(SECRET);
    assertThat(holding(SHOWN, folder.resolve("events"))).isNotEmpty();
    assertThat(holding("fs.s3a.secret.key", folder.resolve("events"))).isNotEmpty();
    assertThat(holding(SECRET, folder)).isEmpty();
  }

  @Test
  void aRefusedAddressIsNotRepeated() throws IOException, InterruptedException {
    Ended ended =
        debye("import", "--check", "input=s3a://me:" + SECRET + "@bucket/a", "catalogue=tables");
    assertThat(ended.code()).isEqualTo(ExitCode.USER_CAN_MEND.code());
    assertThat(ended.said()).contains("input: the address holds a name with a password");
    assertThat(ended.said()).doesNotContain(SECRET);
  }

  private static List<Path> files(Path below) throws IOException {
    try (Stream<Path> walk = Files.walk(below)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  private static List<Path> holding(String text, Path below) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : files(below)) {
      if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
        found.add(file);
      }
    }
    return found;
  }
}
