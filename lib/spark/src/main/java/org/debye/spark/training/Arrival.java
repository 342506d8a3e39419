package org.debye.spark.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a rank tells the others before they are connected.
 *
 * @param host of its executor, as the other machines reach it
 * @param executor Spark's id of it
 * @param port of the meeting that rank 0 has opened; 0 of others
 * @param fence names the attempt, for rank 0; empty of others
 */
record Arrival(String host, String executor, int port, String fence) {
  private static final String BETWEEN = "\t";

  String text() {
    return String.join(BETWEEN, host, executor, Integer.toString(port), fence);
  }

  static List<Arrival> parse(String[] texts) {
    return Arrays.stream(texts)
        .map(text -> text.split(BETWEEN, -1))
        .map(words -> new Arrival(words[0], words[1], Integer.parseInt(words[2]), words[3]))
        .toList();
  }

  /**
   * Ranks that share an executor while another is idle; empty where they do not.
   *
   * @param executors how many there were at the start
   */
  static String crowding(List<Arrival> arrivals, int executors) {
    Map<String, List<Integer>> places =
        IntStream.range(0, arrivals.size())
            .boxed()
            .collect(Collectors.groupingBy(rank -> arrivals.get(rank).executor()));
    if (places.size() >= Math.min(arrivals.size(), executors)) {
      return "";
    }
    return places.entrySet().stream()
        .filter(place -> place.getValue().size() > 1)
        .map(place -> "ranks " + place.getValue() + " on executor " + place.getKey())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
