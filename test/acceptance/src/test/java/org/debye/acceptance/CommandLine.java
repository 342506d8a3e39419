package org.debye.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Main;

/**
 * What a command says and how it ends.
 *
 * @param out standard output
 * @param err standard error
 */
record CommandLine(ExitCode code, String out, String err) {

  /** Runs {@code debye} with these words inside this JVM. */
  static CommandLine run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ExitCode code =
        Main.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            words);
    return new CommandLine(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
