package org.debye.jobs.config;

import java.util.List;

/** What became of a configuration. */
public sealed interface Binding<C> {
  /** Every key is known and every value possible. */
  record Bound<C>(C config) implements Binding<C> {}

  /** At least one problem, in the order in which they were met. */
  record Rejected<C>(List<ConfigProblem> problems) implements Binding<C> {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
