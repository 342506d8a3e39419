package org.debye.classification.split;

import java.util.Arrays;

/**
 * Finds an assignment of groups to parts. All are tried where there are at most 100,000, so that
 * the result is the best; else groups go one by one, largest first, to where they do most good, and
 * then single groups move and pairs change places for as long as that helps. Of equally good ones
 * the first found stays, so the order of the groups, which the seed decides, is the choice.
 */
final class AssignmentSearch {
  /** Who is trained with when a part is tested. */
  enum Training {
    /** The first part, always. */
    FIRST_PART,
    /** All parts but one, each in turn. */
    ALL_BUT_ONE
  }

  private static final double MOST_TRIED = 100_000;
  private static final double EMPTY = 1e6;
  private static final double MISSING_CLASS = 1e3;
  private static final double GAIN = 1e-12;

  private final int[] counts;
  private final int classes;
  private final int groups;
  private final double[] shares;
  private final Training training;
  private final int[] totals;

  /**
   * A search.
   *
   * @param counts groups x K, row major
   * @param classes K
   * @param shares of the parts, at most as many as groups
   */
  AssignmentSearch(int[] counts, int classes, double[] shares, Training training) {
    this.counts = counts;
    this.classes = classes;
    this.shares = shares;
    this.training = training;
    groups = counts.length / classes;
    totals = new int[classes];
    for (int i = 0; i < counts.length; i++) {
      totals[i % classes] += counts[i];
    }
  }

  /** Part of each group. */
  int[] best() {
    boolean few = Math.pow(shares.length, groups) <= MOST_TRIED;
    return few ? exhaustive() : improved(greedy());
  }

  private int[] exhaustive() {
    int[] partOf = new int[groups];
    int[] best = partOf.clone();
    double least = cost(partOf);
    while (advance(partOf)) {
      double cost = cost(partOf);
      if (cost < least - GAIN) {
        least = cost;
        best = partOf.clone();
      }
    }
    return best;
  }

  /** The next assignment, as a number with a digit a group; false after the last. */
  private boolean advance(int[] partOf) {
    for (int group = 0; group < groups; group++) {
      partOf[group] = (partOf[group] + 1) % shares.length;
      if (partOf[group] != 0) {
        return true;
      }
    }
    return false;
  }

  private int[] greedy() {
    int[] partOf = new int[groups];
    Arrays.fill(partOf, -1);
    for (int placed = 0; placed < groups; placed++) {
      int group = largestUnplaced(partOf);
      double least = Double.POSITIVE_INFINITY;
      int best = 0;
      for (int part = 0; part < shares.length; part++) {
        partOf[group] = part;
        double cost = cost(partOf);
        if (cost < least - GAIN) {
          least = cost;
          best = part;
        }
      }
      partOf[group] = best;
    }
    return partOf;
  }

  private int largestUnplaced(int[] partOf) {
    int best = -1;
    double most = -1;
    for (int group = 0; group < groups; group++) {
      double weight = 0;
      for (int k = 0; k < classes; k++) {
        weight += (double) counts[group * classes + k] / totals[k];
      }
      if (partOf[group] < 0 && weight > most + GAIN) {
        most = weight;
        best = group;
      }
    }
    return best;
  }

  private int[] improved(int[] partOf) {
    double cost = cost(partOf);
    for (double before = Double.POSITIVE_INFINITY; cost < before - GAIN; ) {
      before = cost;
      for (int group = 0; group < groups; group++) {
        cost = move(partOf, group, cost);
        for (int other = 0; other < group; other++) {
          cost = exchange(partOf, group, other, cost);
        }
      }
    }
    return partOf;
  }

  private double move(int[] partOf, int group, double cost) {
    double least = cost;
    int best = partOf[group];
    for (int part = 0; part < shares.length; part++) {
      partOf[group] = part;
      double next = cost(partOf);
      if (next < least - GAIN) {
        least = next;
        best = part;
      }
    }
    partOf[group] = best;
    return least;
  }

  private double exchange(int[] partOf, int group, int other, double cost) {
    swap(partOf, group, other);
    double next = cost(partOf);
    if (next < cost - GAIN) {
      return next;
    }
    swap(partOf, group, other);
    return cost;
  }

  private static void swap(int[] partOf, int group, int other) {
    int part = partOf[group];
    partOf[group] = partOf[other];
    partOf[other] = part;
  }

  /** What an assignment is worth, less being better; groups of part -1 are not placed yet. */
  double cost(int[] partOf) {
    int[] found = new int[shares.length * classes];
    for (int group = 0; group < groups; group++) {
      for (int k = 0; k < classes && partOf[group] >= 0; k++) {
        found[partOf[group] * classes + k] += counts[group * classes + k];
      }
    }
    double cost = 0;
    for (int part = 0; part < shares.length; part++) {
      int records = 0;
      for (int k = 0; k < classes; k++) {
        int members = found[part * classes + k];
        double off = (double) members / totals[k] - shares[part];
        cost += off * off + (untaught(part, members, totals[k]) ? MISSING_CLASS : 0);
        records += members;
      }
      cost += records == 0 ? EMPTY : 0;
    }
    return cost;
  }

  private boolean untaught(int part, int members, int total) {
    return training == Training.ALL_BUT_ONE ? members == total : part == 0 && members == 0;
  }
}
