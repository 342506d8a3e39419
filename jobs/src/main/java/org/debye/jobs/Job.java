package org.debye.jobs;

/**
 * One thing that {@code submit/debye} does: read tables or files, call the library, write tables or
 * files.
 *
 * @param <C> the job's configuration, whose components carry {@code @Key}
 */
public interface Job<C extends Record> {
  /** The word on the command line. */
  String name();

  /** One line for the list of jobs. */
  String summary();

  Class<C> config();

  /** What follows {@code submit/debye} in a typical call. */
  String example();

  /**
   * Runs to the end.
   *
   * @throws org.debye.failure.InputException where the user can mend it
   */
  ExitCode run(JobContext context, C config);
}
