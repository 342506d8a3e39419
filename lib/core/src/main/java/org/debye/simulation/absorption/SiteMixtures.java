package org.debye.simulation.absorption;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * Draws mixtures of sites of C classes. Which classes there are is drawn first, each non-empty set
 * of them as likely as another, so that pure samples and those of two classes are common; then the
 * number of sites, from one a class to the most there may be. Fractions of the classes are from a
 * flat Dirichlet distribution over them. Each class has one site, and the others fall to classes at
 * random; a class's share is spread over its sites by another flat Dirichlet distribution. Sites
 * are drawn with replacement: where one comes twice its shares add up.
 *
 * <p>A mixture depends on the streams and its number alone. Immutable.
 */
public final class SiteMixtures {
  private final int[][] members;
  private final int most;
  private final RandomStreams streams;

  private SiteMixtures(int[][] members, int most, RandomStreams streams) {
    this.members = members;
    this.most = most;
    this.streams = streams;
  }

  /**
   * Of some sites.
   *
   * @param sites numbers of those that may be drawn
   * @param labels class of every site, by number
   * @param classes C, each with one of the sites at least
   * @param most sites of a mixture, at least 1; below C it is the most classes too
   */
  public static SiteMixtures of(
      int[] sites, int[] labels, int classes, int most, RandomStreams streams) {
    int[][] members = new int[classes][];
    for (int k = 0; k < classes; k++) {
      int own = k;
      members[k] = Arrays.stream(sites).filter(site -> labels[site] == own).toArray();
      if (members[k].length == 0) {
        throw new IllegalArgumentException("no site of class " + k);
      }
    }
    if (most < 1 || classes < 1 || classes >= Integer.SIZE - 1) {
      throw new IllegalArgumentException(most + " sites of " + classes + " classes");
    }
    return new SiteMixtures(members, most, streams);
  }

  /** The mixture of a number. */
  public SiteMixture at(long record) {
    RandomStream random = streams.at(record);
    int[] present = present(random);
    int[] counts = counts(random, present.length);
    double[] shares = flat(random, present.length);
    int total = Arrays.stream(counts).sum();
    int[] sites = new int[total];
    double[] weights = new double[total];
    double[] fractions = new double[members.length];
    int next = 0;
    for (int c = 0; c < present.length; c++) {
      int[] own = members[present[c]];
      double[] within = flat(random, counts[c]);
      for (int i = 0; i < counts[c]; i++) {
        sites[next] = own[random.nextInt(own.length)];
        weights[next] = shares[c] * within[i];
        next++;
      }
      // not the sum of the weights, which may round to more than 1
      fractions[present[c]] = shares[c];
    }
    return new SiteMixture(sites, weights, fractions);
  }

  /** A non-empty set of classes, of as many as there may be sites at most. */
  private int[] present(RandomStream random) {
    int sets = 1 << members.length;
    int set;
    do {
      set = 1 + random.nextInt(sets - 1);
    } while (Integer.bitCount(set) > most);
    int[] present = new int[Integer.bitCount(set)];
    int next = 0;
    for (int k = 0; k < members.length; k++) {
      if ((set >> k & 1) == 1) {
        present[next++] = k;
      }
    }
    return present;
  }

  private int[] counts(RandomStream random, int classes) {
    int[] counts = new int[classes];
    Arrays.fill(counts, 1);
    int further = random.nextInt(most - classes + 1);
    for (int i = 0; i < further; i++) {
      counts[random.nextInt(classes)]++;
    }
    return counts;
  }

  private static double[] flat(RandomStream random, int parts) {
    double[] concentration = new double[parts];
    Arrays.fill(concentration, 1);
    double[] simplex = new double[parts];
    random.nextDirichlet(concentration, simplex);
    return simplex;
  }
}
