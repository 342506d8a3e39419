package org.debye.spark.training;

import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/** What a cluster must be like before ranks are sent to it. Driver only. */
final class ClusterRoom {
  private static final long POLL_MILLISECONDS = 100;

  private final SparkContext spark;
  private final RankSettings settings;

  ClusterRoom(SparkContext spark, RankSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /** Refuses what would make Spark start a rank twice, take one away or wait for one for ever. */
  void check() throws InterruptedException {
    refuse("spark.dynamicAllocation.enabled", "Spark would take executors away from waiting ranks");
    refuse("spark.speculation", "Spark would start a slow rank a second time");
    long end = System.nanoTime() + (spark.isLocal() ? 0 : settings.patience().joining().toNanos());
    while (slots() < settings.ranks()) {
      if (System.nanoTime() - end >= 0) {
        throw tooSmall();
      }
      Thread.sleep(POLL_MILLISECONDS);
    }
  }

  /** How many tasks the executors that are there can run at a time. */
  int slots() {
    return spark.maxNumConcurrentTasks(spark.resourceProfileManager().defaultResourceProfile());
  }

  int executors() {
    return spark.isLocal() ? 1 : spark.getExecutorIds().size();
  }

  private void refuse(String key, String why) {
    SparkConf conf = spark.conf();
    if (conf.get(key, "false").strip().toLowerCase(Locale.ROOT).equals("true")) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          key,
          "ranks cannot work with it: " + why,
          "Set it to false for this job.");
    }
  }

  private InputException tooSmall() {
    String cpus = spark.conf().get("spark.task.cpus", "1");
    return InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        "ranks",
        settings.ranks()
            + " ranks do not fit: the cluster runs "
            + slots()
            + " tasks at a time ("
            + executors()
            + " executors, spark.task.cpus="
            + cpus
            + ")",
        "Ask for fewer ranks, or for more executors, cores or GPUs.");
  }
}
