package org.debye.spark.training;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;

/** Cores of an embedded Spark, shared out among ranks. */
public final class RankCores {
  private static final Pattern LOCAL = Pattern.compile("local(?:\\[([0-9*]+)(?:,[0-9]+)?\\])?");

  private RankCores() {}

  /**
   * Settings of a session in which so many ranks fill an embedded Spark; none on a cluster, where
   * {@code spark.task.cpus} says how many threads a rank has.
   */
  public static Map<String, String> settings(int ranks) {
    Matcher local = LOCAL.matcher(new SparkConf().get("spark.master", "local[*]"));
    if (!local.matches()) {
      return Map.of();
    }
    String cores = local.group(1) == null ? "1" : local.group(1);
    int all =
        cores.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(cores);
    return Map.of("spark.task.cpus", Integer.toString(Math.max(1, all / ranks)));
  }
}
