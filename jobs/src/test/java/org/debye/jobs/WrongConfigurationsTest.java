package org.debye.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table wrong-configurations.tsv: job, form (words of the command line, or a file), text, and
 * what the message says, parted by bars. Each stops with exit code 2 and no session of Spark.
 */
class WrongConfigurationsTest {
  private static final String SECRET = "hunter2";

  @TempDir Path folder;

  /** One line of the table. */
  record Wrong(String job, String form, String text, List<String> said) {
    static Wrong of(String line) {
      String[] cells = line.split("\t", -1);
      return new Wrong(
          cells[0],
          cells[1],
          cells[2].replace("\\n", "\n").replace("\\t", "\t"),
          List.of(cells[3].split(" \\| ", -1)));
    }

    @Override
    public String toString() {
      return job + " " + text.replace('\n', ' ');
    }
  }

  static List<Wrong> wrong() {
    try (InputStream in =
        WrongConfigurationsTest.class.getResourceAsStream("wrong-configurations.tsv")) {
      if (in == null) {
        throw new IllegalStateException("wrong-configurations.tsv is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Wrong::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreAHundredOfAllJobs() {
    assertThat(wrong()).hasSizeGreaterThanOrEqualTo(100);
    assertThat(wrong().stream().map(Wrong::job))
        .containsAll(JobRegistry.all().stream().map(Job::name).toList());
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void stopsBeforeSparkWithWhatIsWrong(Wrong wrong) throws IOException {
    boolean before = SparkSession.getDefaultSession().isDefined();
    CommandRun run = CommandRun.of(words(wrong));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err()).contains(wrong.said()).startsWith("debye: ").doesNotContain(SECRET);
    assertThat(run.out()).isEmpty();
    assertThat(SparkSession.getDefaultSession().isDefined()).isEqualTo(before);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(Path::toFile)).allMatch(file -> file.getName().matches("raw|conf.yaml"));
    }
  }

  private String[] words(Wrong wrong) throws IOException {
    Path raw = Files.createDirectories(folder.resolve("raw"));
    String text =
        wrong
            .text()
            .replace("{raw}", raw.toString())
            .replace("=absent", "=" + folder.resolve("absent"))
            .replace("=tables", "=" + folder.resolve("tables"));
    List<String> words = new ArrayList<>(List.of(wrong.job()));
    if (wrong.form().equals("file")) {
      words.add(Files.writeString(folder.resolve("conf.yaml"), text).toString());
    } else {
      words.addAll(text.lines().toList());
    }
    return words.toArray(String[]::new);
  }
}
