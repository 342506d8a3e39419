package org.debye.classification.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;

/**
 * Names and classes of N records.
 *
 * @param datasets the dataset of each record
 * @param frames its frame within the dataset
 * @param labels its class
 */
public record LabelledFrames(List<String> datasets, int[] frames, ClassLabels labels) {

  /**
   * Checks that each frame is there once.
   *
   * @throws InputException naming a frame that has two labels
   */
  public LabelledFrames {
    datasets = List.copyOf(datasets);
    if (datasets.size() != frames.length || frames.length != labels.count()) {
      throw new IllegalArgumentException(
          datasets.size() + " datasets, " + frames.length + " frames, " + labels.count());
    }
    record Key(String dataset, int frame) {}
    Set<Key> seen = new HashSet<>();
    for (int i = 0; i < frames.length; i++) {
      if (!seen.add(new Key(datasets.get(i), frames[i]))) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            datasets.get(i) + "[" + frames[i] + "]",
            "the frame is labelled twice",
            "Keep one label of each frame: copies of one spectrum would be trained and tested on.");
      }
    }
  }

  /** N. */
  public int count() {
    return frames.length;
  }

  /** Some of the records, in the order asked for. */
  public LabelledFrames of(int[] records) {
    return new LabelledFrames(
        IntStream.of(records).mapToObj(datasets::get).toList(),
        IntStream.of(records).map(i -> frames[i]).toArray(),
        labels.of(records));
  }

  /** Names of the datasets, in their order. */
  public List<String> distinctDatasets() {
    return List.copyOf(new TreeSet<>(datasets));
  }

  /** Records of a dataset, by frame. */
  int[] recordsOf(String dataset) {
    return orderedBy(Comparator.comparingInt(i -> frames[i]), i -> datasets.get(i).equals(dataset));
  }

  /** Records of a class in an order that only the seed and the records' names decide. */
  int[] shuffledMembers(int of, RandomStreams streams) {
    long[] ranks = new long[frames.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = streams.at(datasets.get(i), frames[i]).nextLong();
    }
    return orderedBy(
        Comparator.<Integer>comparingLong(i -> ranks[i])
            .thenComparing(datasets::get)
            .thenComparingInt(i -> frames[i]),
        i -> labels.values()[i] == of);
  }

  /**
   * The same, but that every dataset gives one before any gives its second: labels of few are from
   * all.
   *
   * @param members of a class in their order
   */
  int[] spread(int[] members) {
    Map<String, Integer> taken = new HashMap<>();
    int[] turns = new int[members.length];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = taken.merge(datasets.get(members[i]), 1, Integer::sum);
    }
    return IntStream.range(0, members.length)
        .boxed()
        .sorted(Comparator.comparingInt(i -> turns[i]))
        .mapToInt(i -> members[i])
        .toArray();
  }

  private int[] orderedBy(Comparator<Integer> order, IntPredicate which) {
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < frames.length; i++) {
      if (which.test(i)) {
        some.add(i);
      }
    }
    some.sort(order);
    return some.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Records of each class in each of the datasets: datasets x K, row major. */
  int[] classCounts(List<String> of) {
    int classes = labels.classes();
    int[] counts = new int[of.size() * classes];
    for (int i = 0; i < frames.length; i++) {
      counts[of.indexOf(datasets.get(i)) * classes + labels.values()[i]]++;
    }
    return counts;
  }

  /** Records that a predicate on their dataset holds for, ascending. */
  int[] inDatasets(Set<String> chosen) {
    int[] all = new int[frames.length];
    int size = 0;
    for (int i = 0; i < all.length; i++) {
      if (chosen.contains(datasets.get(i))) {
        all[size++] = i;
      }
    }
    return Arrays.copyOf(all, size);
  }
}
