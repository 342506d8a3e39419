package org.debye.jobs.config;

/**
 * Where a value was written.
 *
 * @param source a file's name, or {@code command line}
 * @param line counted from 1; 0 where lines mean nothing
 */
record Origin(String source, int line) {
  static final Origin COMMAND_LINE = new Origin("command line", 0);

  /** Of the value that a key's {@link Key#byDefault} gives. */
  static final Origin DEFAULT = new Origin("default", 0);

  @Override
  public String toString() {
    return line > 0 ? source + ":" + line : source;
  }
}
