package org.debye.jobs.config;

/**
 * One thing that the user must mend before a job can start.
 *
 * @param where file and line, or {@code command line}
 * @param key dotted; empty where the text itself cannot be read
 * @param problem what is wrong, without a full stop
 * @param remedy what to do, a sentence
 */
public record ConfigProblem(String where, String key, String problem, String remedy) {
  static ConfigProblem at(Origin origin, String key, String problem, String remedy) {
    return new ConfigProblem(origin.toString(), key, problem, remedy);
  }

  /** {@code conf/reduce.yaml:12: integration.points: 5.5 is not a whole number. Write ...} */
  @Override
  public String toString() {
    return where + ": " + (key.isEmpty() ? "" : key + ": ") + problem + ". " + remedy;
  }
}
