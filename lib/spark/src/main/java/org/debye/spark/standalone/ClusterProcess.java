package org.debye.spark.standalone;

import java.util.List;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;

/** A Master or a Worker of Spark that knows the cluster's secret. */
public final class ClusterProcess {
  private ClusterProcess() {}

  /**
   * Runs until it is ended.
   *
   * @param service {@code master} or {@code worker}
   * @param words Spark's own
   * @throws org.debye.failure.InputException where there is no secret, or not a secret one
   */
  public static void run(String service, List<String> words) {
    System.setProperty(ClusterSecret.KEY, ClusterSecret.read(System.getenv()));
    String[] arguments = words.toArray(String[]::new);
    switch (service) {
      case "master" -> Master.main(arguments);
      case "worker" -> Worker.main(arguments);
      default -> throw new IllegalArgumentException(service);
    }
  }
}
