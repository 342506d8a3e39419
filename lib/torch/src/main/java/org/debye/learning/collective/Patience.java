package org.debye.learning.collective;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a rank waits for the others before it gives up.
 *
 * @param joining from the first rank's coming to the last one's
 * @param answering from one rank's call of a common operation to the last one's; longer than the
 *     longest that a rank does alone, such as writing a checkpoint
 */
public record Patience(Duration joining, Duration answering) implements Serializable {
  /** Two minutes for joining, five for answering. A dead process is noticed without waiting. */
  public static final Patience USUAL = new Patience(Duration.ofMinutes(2), Duration.ofMinutes(5));

  public Patience {
    if (joining.toMillis() <= 0 || answering.toMillis() <= 0) {
      throw new IllegalArgumentException("a rank waits at least a millisecond for the others");
    }
  }
}
