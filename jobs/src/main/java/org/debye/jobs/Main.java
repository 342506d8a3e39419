package org.debye.jobs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.debye.failure.InputException;
import org.debye.provenance.CodeRevision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The command line: {@code debye JOB [conf/JOB.yaml] [key=value ...]}. No class of Spark is loaded
 * before the configuration is known to be right.
 */
public final class Main {
  private static final int NARROWEST = 60;

  private final List<Job<?>> jobs;
  private final Console console;
  private final int width;

  Main(List<Job<?>> jobs, Console console, int width) {
    this.jobs = jobs;
    this.console = console;
    this.width = Math.max(NARROWEST, width);
  }

  /** Runs one job and leaves with its exit code. */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    boolean terminal = Boolean.getBoolean("debye.terminal");
    Console console = new Console(out, err, terminal);
    ExitCode code = new Main(JobRegistry.all(), console, columns()).run(args);
    out.flush();
    err.flush();
    System.exit(code.code());
  }

  /** The same within this JVM, which stays. */
  public static ExitCode run(PrintStream out, PrintStream err, String... args) {
    return new Main(JobRegistry.all(), new Console(out, err, false), NARROWEST).run(args);
  }

  ExitCode run(String... args) {
    try {
      return parse(args);
    } catch (CommandLine.ParameterException e) {
      console.error("debye: " + e.getMessage());
      return ExitCode.USER_CAN_MEND;
    } catch (Throwable e) {
      return failed(e);
    }
  }

  private ExitCode parse(String... args) {
    CommandLine top = new CommandLine(new TopWords());
    top.setExpandAtFiles(false);
    for (Job<?> job : jobs) {
      top.addSubcommand(job.name(), new CommandLine(new JobWords()).setExpandAtFiles(false));
    }
    CommandLine.ParseResult result = top.parseArgs(args);
    if (result.hasSubcommand()) {
      CommandLine.ParseResult below = result.subcommand();
      Job<?> job = job(below.commandSpec().name());
      JobWords words = (JobWords) below.commandSpec().userObject();
      return new JobCommand(console, width).run(job, words);
    }
    TopWords words = (TopWords) top.getCommandSpec().userObject();
    if (!words.words.isEmpty()) {
      console.error(JobList.unknown(words.words.get(0), jobs));
      return ExitCode.USER_CAN_MEND;
    }
    console.line(words.version ? "debye " + CodeRevision.current() : JobList.of(jobs));
    return ExitCode.DONE;
  }

  private Job<?> job(String name) {
    return jobs.stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
  }

  /** What the user can mend is a message; anything else is our defect, with its trace. */
  private ExitCode failed(Throwable thrown) {
    InputException input = input(thrown);
    if (input != null) {
      console.error("debye: " + input.getMessage());
      return ExitCode.USER_CAN_MEND;
    }
    Optional<String> disk = FullDisk.said(thrown);
    if (disk.isPresent()) {
      console.error("debye: " + disk.get());
      return ExitCode.USER_CAN_MEND;
    }
    console.error("debye: this is a defect of Debye. Please report it with these lines.");
    console.error("debye " + CodeRevision.current() + ", Java " + Runtime.version());
    console.error(StackTrace.of(thrown));
    if (thrown instanceof OutOfMemoryError) {
      console.error("More memory may help: DEBYE_JAVA_OPTS=-Xmx8g submit/debye ...");
    }
    return ExitCode.DEFECT;
  }

  /** Spark wraps what a task throws. */
  private static @Nullable InputException input(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof InputException input) {
        return input;
      }
    }
    return null;
  }

  private static int columns() {
    return Integer.getInteger("debye.columns", 100);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** What may follow {@code debye} itself. */
  @CommandLine.Command(name = "debye")
  static final class TopWords {
    @CommandLine.Option(names = {"-h", "--help"})
    boolean help;

    @CommandLine.Option(names = {"-V", "--version"})
    boolean version;

    @CommandLine.Parameters(paramLabel = "JOB")
    List<String> words = new ArrayList<>();
  }
}
