package org.debye.unmixing.posterior;

import java.util.Arrays;

/**
 * The points of a {@link StickLattice}, whatever the globals: the abundances w of each, and the
 * shares that its sticks take. A point at which a stick takes all that is left stands for all
 * shares of the sticks after it. Neighbours have numbers near to one another.
 */
final class LatticePoints {
  private final int endmembers;
  private final StickShares[] stick;
  private double[][] abundance;
  private int[][] share;
  private int filled;

  LatticePoints(int endmembers, StickLattice lattice) {
    this.endmembers = endmembers;
    int sticks = endmembers - 1;
    stick = new StickShares[sticks];
    Arrays.setAll(stick, k -> new StickShares(lattice.step(), sticks - k));
    int count = lattice.points(sticks);
    abundance = new double[count][endmembers];
    share = new int[count][sticks];
    fill(0, new int[sticks], new double[endmembers], 1);
    neighboursTogether();
  }

  private void fill(int k, int[] path, double[] w, double rest) {
    boolean ends = rest == 0 || k == stick.length;
    if (ends) {
      w[k] = rest;
      Arrays.fill(w, Math.min(k + 1, endmembers), endmembers, 0);
      Arrays.fill(path, k, path.length, -1);
      System.arraycopy(w, 0, abundance[filled], 0, endmembers);
      System.arraycopy(path, 0, share[filled], 0, path.length);
      filled++;
      return;
    }
    for (int j = 0; j < stick[k].count(); j++) {
      double z = stick[k].taken[j];
      path[k] = j;
      w[k] = rest * z;
      fill(k + 1, path, w, z == 1 ? 0 : rest * (1 - z));
    }
  }

  /** In strips two shares of the last stick but one wide, along the last to and fro. */
  private void neighboursTogether() {
    Integer[] order = new Integer[share.length];
    Arrays.setAll(order, point -> point);
    Arrays.sort(order, (one, other) -> Arrays.compare(place(share[one]), place(share[other])));
    abundance = Arrays.stream(order).map(point -> abundance[point]).toArray(double[][]::new);
    share = Arrays.stream(order).map(point -> share[point]).toArray(int[][]::new);
  }

  private static int[] place(int[] path) {
    int last = path.length - 1;
    if (last == 0) {
      return path;
    }
    int[] place = Arrays.copyOf(path, path.length + 1);
    int strip = Math.floorDiv(path[last - 1], 2);
    place[last - 1] = strip;
    place[last] = strip % 2 == 0 ? path[last] : -path[last];
    place[last + 1] = path[last - 1];
    return place;
  }

  int count() {
    return share.length;
  }

  int sticks() {
    return stick.length;
  }

  StickShares stick(int k) {
    return stick[k];
  }

  /** w of a point, K. Not to be changed. */
  double[] abundance(int point) {
    return abundance[point];
  }

  /** The share of stick k at a point, or -1 where the sticks before it have left nothing. */
  int share(int point, int k) {
    return share[point][k];
  }
}
