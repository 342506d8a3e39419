package org.debye.jobs;

import java.util.List;
import org.debye.failure.InputException;
import org.debye.spark.standalone.ClusterProcess;

/** {@code submit/debye master} and {@code submit/debye worker spark://HOST:7077}. */
public final class ClusterService {
  private ClusterService() {}

  /** Runs until it is ended; the first word is the service, the others are Spark's own. */
  public static void main(String[] words) {
    try {
      ClusterProcess.run(words[0], List.of(words).subList(1, words.length));
    } catch (InputException e) {
      System.err.println("debye: " + e.getMessage());
      System.exit(ExitCode.USER_CAN_MEND.code());
    }
  }
}
