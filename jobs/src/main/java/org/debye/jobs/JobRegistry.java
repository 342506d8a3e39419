package org.debye.jobs;

import java.util.List;

/** The jobs there are. */
public final class JobRegistry {
  private JobRegistry() {}

  /** In the order in which the list shows them. */
  public static List<Job<?>> all() {
    return List.of();
  }
}
