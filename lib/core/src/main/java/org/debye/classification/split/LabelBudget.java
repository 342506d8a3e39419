package org.debye.classification.split;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    return choose(frames, training, false, streams);
  }

  /**
   * The same.
   *
   * @param spread whether the labels of a class are from as many datasets as can be
   */
  default int[] choose(
      LabelledFrames frames, int[] training, boolean spread, RandomStreams streams) {
    Set<Integer> open = IntStream.of(training).boxed().collect(Collectors.toSet());
    List<int[]> members = new ArrayList<>();
    for (int k = 0; k < frames.labels().classes(); k++) {
      int[] own =
          IntStream.of(frames.shuffledMembers(k, streams.under("budget")))
              .filter(open::contains)
              .toArray();
      members.add(spread ? frames.spread(own) : own);
    }
    int[] available = members.stream().mapToInt(of -> of.length).toArray();
    int[] counts = counts(frames.labels().names(), available);
    Set<Integer> chosen = new HashSet<>();
    for (int k = 0; k < counts.length; k++) {
      IntStream.of(members.get(k)).limit(counts[k]).forEach(chosen::add);
    }
    return chosen.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /**
   * How many of each class.
   *
   * @param names of the classes
   * @param available members of each
   */
  int[] counts(List<String> names, int[] available);

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
    public int[] counts(List<String> names, int[] available) {
      int[] counts = new int[available.length];
      for (int k = 0; k < counts.length; k++) {
        counts[k] = requireThere(names.get(k), available[k], members);
      }
      return counts;
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
    public int[] counts(List<String> names, int[] available) {
      int[] counts = new int[available.length];
      for (int k = 0; k < counts.length; k++) {
        int wanted = members.getOrDefault(names.get(k), 0);
        require(
            wanted >= 1,
            "no number of labels is given for class '" + names.get(k) + "'",
            "Give one for each of the classes.");
        counts[k] = requireThere(names.get(k), available[k], wanted);
      }
      return counts;
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
    public int[] counts(List<String> names, int[] available) {
      int[] counts = new int[available.length];
      for (int k = 0; k < counts.length; k++) {
        require(
            available[k] > 0,
            "class '" + names.get(k) + "' has no label to learn from",
            "Label frames of it, or leave the class out.");
        counts[k] = (int) Math.max(1, Math.round(share * available[k]));
      }
      return counts;
    }
  }

  /**
   * So many in all, in the proportions of the classes, but so many of each at least.
   *
   * @param members of all classes together
   * @param least of each class, at least 1
   */
  record Total(int members, int least) implements LabelBudget {
    public Total {
      require(least >= 1, "at least " + least + " of each class", "Ask for one or two at least.");
    }

    @Override
    public int[] counts(List<String> names, int[] available) {
      int[] counts = new int[available.length];
      for (int k = 0; k < counts.length; k++) {
        counts[k] = requireThere(names.get(k), available[k], least);
      }
      int given = least * counts.length;
      require(
          given <= members && members <= IntStream.of(available).sum(),
          members
              + " labels of "
              + IntStream.of(available).sum()
              + ", "
              + least
              + " of each of "
              + counts.length
              + " classes",
          "Ask for at least " + given + " and at most as many as there are.");
      for (; given < members; given++) {
        counts[neediest(counts, available)]++;
      }
      return counts;
    }

    /** The class of whose members the smallest share is taken, of equal ones the first. */
    private static int neediest(int[] counts, int[] available) {
      int neediest = -1;
      for (int k = 0; k < counts.length; k++) {
        boolean open = counts[k] < available[k];
        if (open
            && (neediest < 0
                || (long) counts[k] * available[neediest]
                    < (long) counts[neediest] * available[k])) {
          neediest = k;
        }
      }
      return neediest;
    }
  }

  private static int requireThere(String name, int available, int wanted) {
    require(
        available >= wanted,
        "class '" + name + "' has " + available + " labels to learn from, " + wanted + " wanted",
        "Ask for fewer a class, or label more frames.");
    return wanted;
  }

  private static void require(boolean holds, String problem, String remedy) {
    if (!holds) {
      throw InputException.of(FailureCode.INVALID_CONFIGURATION, "budget", problem, remedy);
    }
  }
}
