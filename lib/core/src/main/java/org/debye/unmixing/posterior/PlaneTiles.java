package org.debye.unmixing.posterior;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Points of the plane in tiles of near neighbours: halved across the longer side, at a multiple of
 * the tiles' size, until no more than a tile is left.
 */
final class PlaneTiles {
  /** Points of a tile, but for the last. */
  static final int SIZE = 8;

  private final int count;
  private final int[] order;
  private final int[] place;
  private final double[] points;
  private final double[] centre;
  private final double[] radius2;

  /**
   * @param observed N x 2 row major; not modified
   */
  PlaneTiles(double[] observed) {
    Integer[] sorted = new Integer[observed.length / 2];
    Arrays.setAll(sorted, i -> i);
    split(observed, sorted, 0, sorted.length);
    order = Arrays.stream(sorted).mapToInt(i -> i).toArray();
    place = new int[order.length];
    points = new double[observed.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
      points[2 * i] = observed[2 * order[i]];
      points[2 * i + 1] = observed[2 * order[i] + 1];
    }
    count = (order.length + SIZE - 1) / SIZE;
    centre = new double[2 * count];
    radius2 = new double[count];
    for (int tile = 0; tile < count; tile++) {
      enclose(tile);
    }
  }

  private static void split(double[] observed, Integer[] order, int from, int to) {
    if (to - from <= SIZE) {
      return;
    }
    int axis = extent(observed, order, from, to, 0) >= extent(observed, order, from, to, 1) ? 0 : 1;
    Arrays.sort(
        order,
        from,
        to,
        Comparator.<Integer>comparingDouble(i -> observed[2 * i + axis]).thenComparing(i -> i));
    int tiles = (to - from + SIZE - 1) / SIZE;
    int middle = from + (tiles + 1) / 2 * SIZE;
    split(observed, order, from, middle);
    split(observed, order, middle, to);
  }

  private static double extent(double[] observed, Integer[] order, int from, int to, int axis) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      least = Math.min(least, observed[2 * order[i] + axis]);
      most = Math.max(most, observed[2 * order[i] + axis]);
    }
    return most - least;
  }

  private void enclose(int tile) {
    for (int i = 0; i < size(tile); i++) {
      for (int axis = 0; axis < 2; axis++) {
        centre[2 * tile + axis] += points[at(tile) + 2 * i + axis] / size(tile);
      }
    }
    for (int i = 0; i < size(tile); i++) {
      double y = points[at(tile) + 2 * i] - centre[2 * tile];
      double z = points[at(tile) + 2 * i + 1] - centre[2 * tile + 1];
      radius2[tile] = Math.max(radius2[tile], y * y + z * z);
    }
  }

  int count() {
    return count;
  }

  /** Points of a tile. */
  int size(int tile) {
    return Math.min(SIZE, points.length / 2 - tile * SIZE);
  }

  /** Where a tile's first point is among {@link #points}. */
  int at(int tile) {
    return 2 * SIZE * tile;
  }

  /** Which of all points, in the order they came in, a tile's is. */
  int number(int tile, int point) {
    return order[tile * SIZE + point];
  }

  /** Which of all points, tile by tile, one of those that came in is. */
  int placeOf(int number) {
    return place[number];
  }

  /** All points, y, z, y, z, tile by tile. */
  double[] points() {
    return points;
  }

  double centre(int tile, int axis) {
    return centre[2 * tile + axis];
  }

  /** Of a disc about the centre that has all points of the tile. */
  double radius2(int tile) {
    return radius2[tile];
  }
}
