package org.debye.jobs;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.config.Binding;
import org.debye.jobs.config.ConfigBinder;
import org.debye.jobs.config.ConfigProblem;
import org.debye.jobs.config.ConfigSources;
import org.debye.jobs.config.KeyTable;

/** Runs one job as the command line says: its help, a check, or the job itself. */
final class JobCommand {
  private static final Pattern KEY_VALUE = Pattern.compile("[A-Za-z0-9_.-]+=.*", Pattern.DOTALL);

  private final Console console;
  private final int width;

  JobCommand(Console console, int width) {
    this.console = console;
    this.width = width;
  }

  <C extends Record> ExitCode run(Job<C> job, JobWords words) {
    if (words.help) {
      console.line(help(job));
      return ExitCode.DONE;
    }
    Binding<C> binding = ConfigBinder.bind(job.config(), sources(words.words));
    if (binding instanceof Binding.Rejected<C> rejected) {
      return rejected(job, rejected.problems());
    }
    C config = ((Binding.Bound<C>) binding).config();
    List<ConfigProblem> absent = ConfigBinder.absent(config);
    if (!absent.isEmpty()) {
      return rejected(job, absent);
    }
    return words.check ? ExitCode.DONE : job.run(new JobContext(console), config);
  }

  private ExitCode rejected(Job<?> job, List<ConfigProblem> problems) {
    problems.forEach(problem -> console.error("debye: " + problem));
    console.error("Nothing was started. Keys: submit/debye " + job.name() + " --help");
    return ExitCode.USER_CAN_MEND;
  }

  private String help(Job<?> job) {
    return job.summary()
        + "\n\n  submit/debye "
        + job.name()
        + " [conf/"
        + job.name()
        + ".yaml] [key=value ...] [--master URL | --profile NAME] [--check]\n\n"
        + "For example\n  submit/debye "
        + job.example()
        + "\n\n"
        + KeyTable.of(job.config(), width);
  }

  /** At most one file, anywhere among the {@code key=value} words, which override it. */
  private static ConfigSources sources(List<String> words) {
    ConfigSources sources = new ConfigSources();
    String file = null;
    for (String word : words) {
      if (KEY_VALUE.matcher(word).matches()) {
        sources.word(word);
      } else if (file == null) {
        file = word;
        sources.file(word, text(word));
      } else {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            word,
            "a second configuration file, after " + file,
            "Give one file and override its keys with key=value.");
      }
    }
    return sources;
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such configuration file", e);
    } catch (MalformedInputException e) {
      throw unreadable(file, "this is not text in UTF-8", e);
    } catch (IOException e) {
      throw unreadable(file, "the configuration cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static InputException unreadable(String file, String problem, IOException cause) {
    return InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        file,
        problem,
        "Give a YAML file, or keys as key=value.",
        cause);
  }
}
