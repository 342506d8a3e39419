package org.debye.classification;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * The class of each of N records.
 *
 * @param names of the K classes, distinct
 * @param values N class numbers, 0 to K - 1
 */
public record ClassLabels(List<String> names, int[] values) implements Serializable {
  private static final String WHERE = "labels";

  public ClassLabels {
    names = List.copyOf(names);
    if (new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("two classes have one name: " + names);
    }
    for (int value : values) {
      if (value < 0 || value >= names.size()) {
        throw new IllegalArgumentException("class " + value + " of " + names.size());
      }
    }
  }

  /** N. */
  public int count() {
    return values.length;
  }

  /** K. */
  public int classes() {
    return names.size();
  }

  /** Records of each class, K counts. */
  public int[] counts() {
    int[] counts = new int[names.size()];
    for (int value : values) {
      counts[value]++;
    }
    return counts;
  }

  /** The labels of some of the records, in the order asked for. */
  public ClassLabels of(int[] records) {
    int[] some = new int[records.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[records[i]];
    }
    return new ClassLabels(names, some);
  }

  /**
   * Whether a classifier can learn from these.
   *
   * @param members fewest records that each class must have
   * @throws InputException when there are no labels, one class only, or a class is too small
   */
  public void requireClasses(int members) {
    if (values.length == 0) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          WHERE,
          "there is no labelled spectrum",
          "Label frames of at least two classes.");
    }
    if (names.size() < 2) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          WHERE,
          "all " + values.length + " labels are '" + names.get(0) + "'",
          "Label frames of a second class: one class alone teaches nothing.");
    }
    int[] counts = counts();
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] < members) {
        throw InputException.of(
            FailureCode.TOO_FEW_SPECTRA,
            WHERE,
            "class '" + names.get(k) + "' has " + members(counts[k]) + ", " + members + " needed",
            "Label more frames of it, or merge it with another class.");
      }
    }
  }

  private static String members(int count) {
    return count == 1 ? "one member" : count == 0 ? "no member" : count + " members";
  }
}
