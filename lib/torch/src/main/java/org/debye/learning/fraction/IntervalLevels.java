package org.debye.learning.fraction;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Levels of intervals; each asks for two quantiles, at (1 - level) / 2 and 1 - (1 - level) / 2.
 *
 * @param levels within (0, 1); none where no interval is wanted
 */
public record IntervalLevels(List<Double> levels) implements Serializable {
  public IntervalLevels {
    levels = List.copyOf(levels);
    if (!levels.stream().allMatch(level -> level > 0 && level < 1)) {
      throw new IllegalArgumentException("levels of " + levels);
    }
  }

  public static IntervalLevels none() {
    return new IntervalLevels(List.of());
  }

  public int count() {
    return levels.size();
  }

  /** Lower and upper of the first level, of the second, and so on. */
  double[] probabilities() {
    double[] probabilities = new double[2 * count()];
    Arrays.setAll(
        probabilities,
        q -> {
          double tail = (1 - levels.get(q / 2)) / 2;
          return q % 2 == 0 ? tail : 1 - tail;
        });
    return probabilities;
  }
}
