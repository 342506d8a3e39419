package org.debye.jobs;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a system says that cannot write, in whatever wrapping it comes. */
final class FullDisk {
  private static final List<String> SAID =
      List.of("No space left on device", "Disk quota exceeded", "Read-only file system");

  /** The path that a file system's exception names before what the system said. */
  private static final Pattern PLACE =
      Pattern.compile("(/\\S+): (?:" + String.join("|", SAID) + ")");

  private FullDisk() {}

  /**
   * For people; empty where it is something else. Spark tells of a task's exception by its text.
   *
   * @param thrown with its causes and what was suppressed
   */
  static Optional<String> said(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>(List.of(thrown));
    while (!open.isEmpty()) {
      Throwable one = open.pop();
      if (seen.add(one)) {
        String message = String.valueOf(one.getMessage());
        for (String said : SAID) {
          if (message.contains(said)) {
            return Optional.of(told(said, message));
          }
        }
        open.addAll(List.of(one.getSuppressed()));
        if (one.getCause() != null) {
          open.add(one.getCause());
        }
      }
    }
    return Optional.empty();
  }

  private static String told(String said, String message) {
    Matcher place = PLACE.matcher(message);
    return (place.find() ? place.group(1) + ": " : "")
        + said
        + ". Make room where the catalogue, the logs and the temporary files lie, or name places that"
        + " can be written to, and run the same command again: it goes on from what is done.";
  }
}
