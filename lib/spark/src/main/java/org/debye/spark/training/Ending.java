package org.debye.spark.training;

import java.util.Arrays;
import org.debye.failure.InputException;
import org.debye.learning.collective.LostRankException;

/** How a rank's work has ended, for the others to know. */
sealed interface Ending<R> {
  /** What the others are told. */
  String text();

  /** With its result. */
  record Ended<R>(R value) implements Ending<R> {
    @Override
    public String text() {
      return "ended";
    }
  }

  /** Because another rank has gone, or has refused without this one knowing yet. */
  record Lost<R>(LostRankException loss) implements Ending<R> {
    @Override
    public String text() {
      return "lost";
    }
  }

  /** With what the user must mend. */
  record Refused<R>(InputException refusal) implements Ending<R> {
    @Override
    public String text() {
      return "refused";
    }
  }

  static boolean anyRefused(String[] texts) {
    return Arrays.asList(texts).contains("refused");
  }

  static boolean allEnded(String[] texts) {
    return Arrays.stream(texts).allMatch("ended"::equals);
  }
}
