package org.debye.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.numeric.RandomStream;

/**
 * Which sequences go together, and in which order: the same on every rank, and the same however
 * many ranks there are. Sequences of one length share batches. Batches are as equal as can be, so
 * that no small one is left at the end.
 */
public final class BatchPlan {
  private BatchPlan() {}

  /** In the order of the examples, for looking. */
  public static List<int[]> inOrder(Examples examples, int frames) {
    List<int[]> batches = new ArrayList<>();
    byLength(examples).forEach((length, members) -> batches.addAll(parts(members, length, frames)));
    return batches;
  }

  /**
   * Shuffled, for an epoch of training.
   *
   * @param frames of a batch, at most, but for a single sequence that has more
   * @param random of this epoch
   * @return numbers of sequences, batch by batch
   */
  public static List<int[]> shuffled(Examples examples, int frames, RandomStream random) {
    List<int[]> batches = new ArrayList<>();
    byLength(examples)
        .forEach(
            (length, members) -> {
              shuffle(members, random);
              batches.addAll(parts(members, length, frames));
            });
    return inAnyOrder(batches, random);
  }

  /** The part of a batch that a rank takes: whole sequences, in the batch's order. */
  public static int[] part(int[] batch, int rank, int ranks) {
    int from = Math.toIntExact((long) batch.length * rank / ranks);
    int to = Math.toIntExact((long) batch.length * (rank + 1) / ranks);
    return Arrays.copyOfRange(batch, from, to);
  }

  private static Map<Integer, int[]> byLength(Examples examples) {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int s = 0; s < examples.sequences().size(); s++) {
      int length = examples.sequences().get(s).length;
      members.computeIfAbsent(length, none -> new ArrayList<>()).add(s);
    }
    Map<Integer, int[]> arrays = new TreeMap<>();
    members.forEach(
        (length, list) -> arrays.put(length, list.stream().mapToInt(Integer::intValue).toArray()));
    return arrays;
  }

  private static List<int[]> parts(int[] members, int length, int frames) {
    int most = Math.max(1, frames / Math.max(length, 1));
    int count = (members.length + most - 1) / most;
    List<int[]> parts = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      parts.add(part(members, p, count));
    }
    return parts;
  }

  private static void shuffle(int[] members, RandomStream random) {
    for (int i = members.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = members[i];
      members[i] = members[j];
      members[j] = kept;
    }
  }

  private static List<int[]> inAnyOrder(List<int[]> batches, RandomStream random) {
    int[] order = new int[batches.size()];
    Arrays.setAll(order, i -> i);
    shuffle(order, random);
    return Arrays.stream(order).mapToObj(batches::get).toList();
  }
}
