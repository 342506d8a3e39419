package org.debye.learning.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.debye.classification.FittedClassifier;
import org.debye.classification.storage.ClassifierArrays;
import org.debye.classification.storage.ClassifierKind;
import org.debye.classification.storage.LearntArrays;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.NamedArray;
import org.debye.learning.checkpoint.StateDict;

/** Fitted classifiers that are no networks, in the same folders and with the same cards. */
public final class FittedCard {
  private FittedCard() {}

  /** The kind that a card describes; empty where it describes something else. */
  public static Optional<ClassifierKind> kind(Architecture card) {
    return Arrays.stream(ClassifierKind.values())
        .filter(kind -> name(kind).equals(card.name()))
        .findFirst();
  }

  /** As a card has it: {@code minirocket-ridge}. */
  public static String name(ClassifierKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many numbers it has learnt. */
  public static long numbers(FittedClassifier fitted) {
    return ClassifierArrays.of(fitted).values().values().stream()
        .mapToLong(array -> array.length)
        .sum();
  }

  /** All that it has learnt. */
  public static StateDict arrays(FittedClassifier fitted) {
    List<NamedArray> arrays =
        ClassifierArrays.of(fitted).values().entrySet().stream()
            .map(one -> NamedArray.ofDoubles(one.getKey(), one.getValue(), one.getValue().length))
            .toList();
    return StateDict.of(arrays);
  }

  /**
   * The classifier again.
   *
   * @throws org.debye.failure.InputException where arrays are missing or do not fit together
   */
  public static FittedClassifier restore(ClassifierKind kind, StateDict arrays) {
    TreeMap<String, double[]> values = new TreeMap<>();
    arrays.arrays().forEach(array -> values.put(array.name(), array.doubles()));
    return ClassifierArrays.restore(new LearntArrays(kind, values));
  }
}
