package org.debye.spark.training;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.collective.LostRankException;

/** Why Spark has given up the ranks, from the text that is all it leaves of their exceptions. */
final class RankFailures {
  private static final Pattern LOST =
      Pattern.compile(Pattern.quote(LostRankException.class.getName()) + ": ([^\\n]*)");
  private static final Pattern EXECUTOR = Pattern.compile("(ExecutorLostFailure[^\\n]*)");

  private RankFailures() {}

  static RuntimeException of(Throwable failure) {
    String text = String.valueOf(failure.getMessage());
    for (Pattern pattern : new Pattern[] {EXECUTOR, LOST}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return lost(matcher.group(1), failure);
      }
    }
    return new IllegalStateException("the ranks have failed: " + text, failure);
  }

  private static InputException lost(String reason, Throwable failure) {
    return InputException.of(
        FailureCode.INTERNAL,
        "ranks",
        "ranks were lost in every attempt that spark.stage.maxConsecutiveAttempts allows, the last"
            + " time so: "
            + reason.strip(),
        "The executors' logs say why; most often memory has run out, and"
            + " spark.executor.memoryOverhead holds the tensors. The last checkpoint is kept.",
        failure);
  }
}
