package org.debye.spark.training;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which labels are taken.
 *
 * @param datasetIds of which
 * @param origin who says so, as the table has it; null for the only one that there is
 * @param classes names of the classes, in the order in which they are numbered; all when empty, in
 *     the order of their own numbers. Frames of other classes count as not labelled
 */
public record LabelChoice(Set<String> datasetIds, @Nullable String origin, List<String> classes) {
  public LabelChoice {
    datasetIds = Set.copyOf(datasetIds);
    classes = List.copyOf(classes);
  }
}
