package org.debye.spark.standalone;

import java.util.Arrays;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;
import org.debye.failure.InputException;

/**
 * A Master or a Worker of Spark that knows the cluster's secret: {@code submit/debye master} and
 * {@code submit/debye worker spark://HOST:7077}. Words behind the first are Spark's own.
 */
public final class ClusterProcess {
  private static final int USER_CAN_MEND = 2;

  private ClusterProcess() {}

  /** Runs until it is ended. */
  public static void main(String[] words) {
    try {
      System.setProperty(ClusterSecret.KEY, ClusterSecret.read(System.getenv()));
    } catch (InputException e) {
      System.err.println("debye: " + e.getMessage());
      System.exit(USER_CAN_MEND);
    }
    String[] arguments = Arrays.copyOfRange(words, 1, words.length);
    switch (words[0]) {
      case "master" -> Master.main(arguments);
      case "worker" -> Worker.main(arguments);
      default -> throw new IllegalArgumentException(words[0]);
    }
  }
}
