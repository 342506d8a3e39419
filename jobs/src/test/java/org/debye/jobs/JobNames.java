package org.debye.jobs;

import java.util.List;

/** The words that {@code submit/debye} takes as jobs. */
public final class JobNames {
  private JobNames() {}

  public static List<String> all() {
    return JobRegistry.all().stream().map(Job::name).toList();
  }
}
