package org.debye.acceptance.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.debye.fixtures.StandaloneCluster;

/**
 * Where a job's driver runs.
 *
 * @param spark settings, {@code key=value}
 * @param inside words before its command, such as {@code ip netns exec NAME}
 * @param environment further variables: a cluster's secret, a clock that is wrong
 */
record JobPlace(List<String> spark, List<String> inside, Map<String, String> environment) {
  /** Two cores of the driver's own JVM. */
  static final JobPlace EMBEDDED =
      new JobPlace(List.of("spark.master=local[2]", "spark.task.cpus=1"), List.of(), Map.of());

  /** The fixture's executors go without the second compiler, which vectors need. */
  private static final String COMPILED = "spark.executor.extraJavaOptions=-XX:+TieredCompilation";

  /** A cluster, with an executor of one core on each worker. */
  static JobPlace on(StandaloneCluster cluster) {
    List<String> settings = new ArrayList<>(List.of("spark.task.cpus=1"));
    cluster.executorOptions().forEach(pair -> settings.add(pair[0] + "=" + pair[1]));
    settings.add(COMPILED);
    return new JobPlace(settings, cluster.inside(), cluster.environment());
  }

  /** With further settings of Spark, the last of a key being what holds. */
  JobPlace with(List<String> settings) {
    List<String> all = new ArrayList<>(spark);
    all.addAll(settings);
    return new JobPlace(all, inside, environment);
  }

  /** With further variables in the driver's environment. */
  JobPlace with(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return new JobPlace(spark, inside, all);
  }

  /** With further variables in the environment of executors. */
  JobPlace withExecutors(Map<String, String> variables) {
    return with(
        variables.entrySet().stream()
            .map(one -> "spark.executorEnv." + one.getKey() + "=" + one.getValue())
            .toList());
  }
}
