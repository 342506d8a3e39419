package org.debye.classification.split;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records of each part, ascending. Parts are disjoint, but for {@link ThesisProtocol}, which tests
 * on what it has trained with.
 *
 * @param training to learn from
 * @param validation to stop by; may be empty
 * @param test to score
 */
public record Split(int[] training, int[] validation, int[] test) {
  public Split {
    Arrays.sort(training);
    Arrays.sort(validation);
    Arrays.sort(test);
  }

  /** The same without those test records that are trained with or stopped by. */
  public Split withoutLeak() {
    Set<Integer> seen = new HashSet<>();
    seen.addAll(Arrays.stream(training).boxed().collect(Collectors.toSet()));
    seen.addAll(Arrays.stream(validation).boxed().collect(Collectors.toSet()));
    return new Split(
        training.clone(),
        validation.clone(),
        Arrays.stream(test).filter(i -> !seen.contains(i)).toArray());
  }
}
