package org.debye.spark.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.debye.inference.draws.ChainDraws;

/**
 * The numbers of a cell.
 *
 * @param metrics scalars by name; NaN where one is not defined
 * @param arrays by name; not copied
 * @param chains draws worth keeping; none for a point estimate
 */
public record CellValues(
    Map<String, Double> metrics, Map<String, double[]> arrays, List<Chain> chains) {
  /** No numbers. */
  public static final CellValues NONE = new CellValues(Map.of(), Map.of(), List.of());

  public CellValues {
    metrics = new TreeMap<>(metrics);
    arrays = new TreeMap<>(arrays);
    chains = List.copyOf(chains);
    Set<Integer> numbers = new HashSet<>();
    for (Chain chain : chains) {
      if (!numbers.add(chain.number())) {
        throw new IllegalArgumentException("two chains have the number " + chain.number());
      }
    }
  }

  public static CellValues of(Map<String, Double> metrics) {
    return new CellValues(metrics, Map.of(), List.of());
  }

  public static CellValues of(Map<String, Double> metrics, Map<String, double[]> arrays) {
    return new CellValues(metrics, arrays, List.of());
  }

  /** The same with chains, numbered from 0 in the order given. */
  public CellValues with(List<ChainDraws> draws) {
    List<Chain> numbered = new ArrayList<>();
    for (int i = 0; i < draws.size(); i++) {
      numbered.add(new Chain(i, draws.get(i)));
    }
    return new CellValues(metrics, arrays, numbered);
  }
}
