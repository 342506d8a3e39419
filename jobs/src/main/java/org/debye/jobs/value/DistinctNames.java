package org.debye.jobs.value;

import java.util.HashSet;
import java.util.Set;

/**
 * {@link PlainName}s of files that lie beside one another, of which none comes twice: datasets of
 * several seeds and models of several folders share names. The second of a name ends with -2, and
 * so on. Not thread safe.
 */
public final class DistinctNames {
  private final Set<String> used = new HashSet<>();

  /** The next one's. */
  public String of(String name) {
    String plain = PlainName.of(name);
    String unused = plain;
    for (int number = 2; !used.add(unused); number++) {
      unused = plain + "-" + number;
    }
    return unused;
  }
}
