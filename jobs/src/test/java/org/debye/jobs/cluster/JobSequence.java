package org.debye.jobs.cluster;

import java.io.PrintStream;
import java.util.List;
import org.debye.jobs.Main;

/**
 * A driver that runs {@link EveryJob} in one application of Spark, which spares a dozen starts of
 * executors. Arguments: those of {@code EveryJob}.
 */
final class JobSequence {
  private JobSequence() {}

  public static void main(String[] arguments) {
    run(new EveryJob(arguments[0], arguments[1], arguments[2]), System.out);
    System.exit(0);
  }

  /** Runs them and stops at the first one that does not end as it should. */
  static void run(EveryJob jobs, PrintStream out) {
    for (EveryJob.Words one : jobs.all()) {
      List<String> words = one.words();
      long begun = System.nanoTime();
      int code = Main.run(out, out, words.toArray(String[]::new)).code();
      out.printf("== %s ended with %d in %.1f s%n", words, code, (System.nanoTime() - begun) / 1e9);
      if (code != one.code()) {
        throw new IllegalStateException(words + " ended with " + code);
      }
    }
  }
}
