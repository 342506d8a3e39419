package org.debye.classification.split;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;

/**
 * Few labels: a part of the training records, of every class. What a smaller budget chooses is
 * among what a larger one of the same seed chooses.
 */
public sealed interface LabelBudget {

  /**
   * Some of the training records.
   *
   * @param training records to choose from
   * @param streams keyed by the seed
   * @return ascending
   * @throws InputException when a class has too few
   */
  default int[] choose(LabelledFrames frames, int[] training, RandomStreams streams) {
    Set<Integer> open = IntStream.of(training).boxed().collect(Collectors.toSet());
    Set<Integer> chosen = new HashSet<>();
    for (int k = 0; k < frames.labels().classes(); k++) {
      int[] members =
          IntStream.of(frames.shuffledMembers(k, streams.under("budget")))
              .filter(open::contains)
              .toArray();
      int count = count(frames.labels().names().get(k), members.length);
      for (int i = 0; i < count; i++) {
        chosen.add(members[i]);
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** How many of a class with this many members. */
  int count(String name, int members);

  /**
   * The same number of each class.
   *
   * @param members of each class, at least 1
   */
  record PerClass(int members) implements LabelBudget {
    public PerClass {
      require(members >= 1, "a budget of " + members + " a class", "Ask for at least one.");
    }

    @Override
    public int count(String name, int available) {
      require(
          available >= members,
          "class '" + name + "' has " + available + " labels to learn from, " + members + " wanted",
          "Ask for fewer a class, or label more frames.");
      return members;
    }
  }

  /**
   * So many of each class.
   *
   * @param members of each class by its name, at least 1
   */
  record ByName(Map<String, Integer> members) implements LabelBudget {
    public ByName {
      members = Map.copyOf(members);
    }

    @Override
    public int count(String name, int available) {
      int wanted = members.getOrDefault(name, 0);
      require(
          wanted >= 1,
          "no number of labels is given for class '" + name + "'",
          "Give one for each of the classes.");
      require(
          available >= wanted,
          "class '" + name + "' has " + available + " labels to learn from, " + wanted + " wanted",
          "Ask for fewer, or label more frames.");
      return wanted;
    }
  }

  /**
   * The same share of each class, rounded, and at least one.
   *
   * @param share above 0, at most 1
   */
  record Share(double share) implements LabelBudget {
    public Share {
      require(share > 0 && share <= 1, "a budget of " + share, "Give a share above 0, at most 1.");
    }

    @Override
    public int count(String name, int available) {
      require(
          available > 0,
          "class '" + name + "' has no label to learn from",
          "Label frames of it, or leave the class out.");
      return (int) Math.max(1, Math.round(share * available));
    }
  }

  private static void require(boolean holds, String problem, String remedy) {
    if (!holds) {
      throw InputException.of(FailureCode.INVALID_CONFIGURATION, "budget", problem, remedy);
    }
  }
}
