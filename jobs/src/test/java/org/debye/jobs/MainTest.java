package org.debye.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.config.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  record Config(
      @Key(meaning = "What happens.", byDefault = "done") Outcome outcome,
      @Key(meaning = "How often.", unit = "1", byDefault = "1") int times) {}

  enum Outcome {
    DONE,
    PARTIAL,
    INPUT,
    WRAPPED,
    DEFECT
  }

  /** Does what it is told. */
  private static final class Play implements Job<Config> {
    @Override
    public String name() {
      return "play";
    }

    @Override
    public String summary() {
      return "Does what it is told.";
    }

    @Override
    public Class<Config> config() {
      return Config.class;
    }

    @Override
    public String example() {
      return "play outcome=done";
    }

    @Override
    public ExitCode run(JobContext context, Config config) {
      context.console().line("played " + config.times());
      InputException input =
          InputException.of(FailureCode.NOT_HDF5, "a.h5", "this is not HDF5", "Give another.");
      return switch (config.outcome()) {
        case DONE -> ExitCode.DONE;
        case PARTIAL -> ExitCode.SOME_FAILED;
        case INPUT -> throw input;
        case WRAPPED -> throw new IllegalStateException("task failed", new RuntimeException(input));
        case DEFECT -> throw new IllegalStateException("ours");
      };
    }
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return new Main(List.of(new Play()), console, 100).run(args).code();
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aloneItListsTheJobs() {
    assertThat(run()).isZero();
    assertThat(out()).contains("  play   Does what it is told.\n").contains("3 finished, but some");
    assertThat(err()).isEmpty();
  }

  @Test
  void aMistypedJobIsNotRunAndTheNearestIsNamed() {
    assertThat(run("paly", "times=2")).isEqualTo(2);
    assertThat(err()).isEqualTo("debye: there is no job paly. Did you mean play? Jobs: play.\n");
  }

  @Test
  void helpPrintsEveryKeyAndAnExample() {
    assertThat(run("play", "--help")).isZero();
    assertThat(out())
        .contains("submit/debye play outcome=done")
        .contains("outcome  choice  done     -     What happens.")
        .contains("times    whole   1        1     How often.");
  }

  @Test
  void exitCodesTellWhoCanMendIt() {
    assertThat(run("play", "times=3")).isZero();
    assertThat(out()).isEqualTo("played 3\n");
    assertThat(run("play", "outcome=partial")).isEqualTo(3);
    assertThat(err()).isEmpty();
    assertThat(run("play", "outcome=input")).isEqualTo(2);
    assertThat(err()).isEqualTo("debye: a.h5: this is not HDF5. Give another.\n");
  }

  @Test
  void whatTheUserCanMendIsFoundBehindTheExceptionsOfSpark() {
    assertThat(run("play", "outcome=wrapped")).isEqualTo(2);
    assertThat(err()).isEqualTo("debye: a.h5: this is not HDF5. Give another.\n");
  }

  @Test
  void aDefectIsShownWithItsTrace() {
    assertThat(run("play", "outcome=defect")).isEqualTo(1);
    assertThat(err())
        .startsWith("debye: this is a defect of Debye. Please report it with these lines.")
        .contains("java.lang.IllegalStateException: ours")
        .contains("at org.debye.jobs.MainTest$Play.run(");
  }

  @Test
  void aWrongConfigurationRunsNothing(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("play.yaml"), "times: 2\noutcomes: done\n");
    assertThat(run("play", file.toString(), "times=x")).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err())
        .contains("debye: command line: times: x is not a whole number.")
        .contains("play.yaml:2: outcomes: there is no such key. Did you mean outcome?")
        .contains("Nothing was started. Keys: submit/debye play --help");
  }

  @Test
  void checkStopsBeforeTheJob(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("play.yaml"), "times: 2\n");
    assertThat(run("play", file.toString(), "--check")).isZero();
    assertThat(out()).isEmpty();
  }

  @Test
  void oneFileThatIsThereIsTaken(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("play.yaml"), "times: 2\n");
    assertThat(run("play", file.toString(), "times=5")).isZero();
    assertThat(out()).isEqualTo("played 5\n");
    assertThat(run("play", file.toString(), file.toString())).isEqualTo(2);
    assertThat(err()).contains("a second configuration file, after");
    assertThat(run("play", "absent.yaml")).isEqualTo(2);
    assertThat(err()).contains("absent.yaml: there is no such configuration file.");
  }

  @Test
  void anUnknownOptionIsTheUsersToMend() {
    assertThat(run("play", "--chek")).isEqualTo(2);
    assertThat(err()).contains("--chek");
  }
}
