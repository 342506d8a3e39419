package org.debye.evaluation.transition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Classes in the order in which a series of frames goes through them: by the median place of their
 * frames, then by their first.
 *
 * @param classes the distinct labels in this order
 * @param ranks of the frames: the place of each one's label in {@code classes}
 */
public record ClassOrder(int[] classes, int[] ranks) {

  /**
   * The order of labels.
   *
   * @param labels one a frame in the order of frames, at least one
   */
  public static ClassOrder of(int[] labels) {
    if (labels.length == 0) {
      throw new IllegalArgumentException("no label");
    }
    int[] distinct = Arrays.stream(labels).distinct().toArray(); // in order of first appearance
    int[] classes =
        Arrays.stream(distinct)
            .boxed()
            .sorted(Comparator.comparingDouble(label -> median(labels, label)))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks =
        Arrays.stream(labels)
            .map(
                label ->
                    IntStream.range(0, classes.length)
                        .filter(rank -> classes[rank] == label)
                        .findFirst()
                        .orElseThrow())
            .toArray();
    return new ClassOrder(classes, ranks);
  }

  /** Number of classes. */
  public int count() {
    return classes.length;
  }

  private static double median(int[] labels, int label) {
    int[] places = IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
    int half = places.length / 2;
    return places.length % 2 == 1 ? places[half] : 0.5 * (places[half - 1] + places[half]);
  }
}
