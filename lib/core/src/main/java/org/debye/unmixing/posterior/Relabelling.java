package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.Assignment;

/**
 * Labels for the draws of a posterior that is the same under every renaming of its endmembers. Each
 * draw is renamed so that its weights and endmember coordinates are most probable under independent
 * normals, one for each label and quantity, whose means and variances are those of the renamed
 * draws; the two steps alternate until no draw changes its labels (the decision-theoretic
 * relabelling of Stephens 2000, JRSS B 62:795, with a normal loss). One renaming of a draw is one
 * assignment problem.
 *
 * <p>Begun twice, from the chain's own labels and from the labels nearest to a pivot draw; kept is
 * the one with the smaller sum of log variances, in doubt the chain's own. Distance to a pivot
 * alone, which is common, would exchange a well known endmember with one that roams, as soon as
 * that passes behind it; variances prevent this.
 */
public final class Relabelling {
  private static final int MOST_ROUNDS = 100;

  private final GlobalsLayout layout;
  private final int[] labels;
  private final double spread;

  private Relabelling(GlobalsLayout layout, int[] labels, double spread) {
    this.layout = layout;
    this.labels = labels;
    this.spread = spread;
  }

  /**
   * Labels for the draws of one chain.
   *
   * @param draws draws x width, row major; not modified
   * @param pivot draw to begin from, such as the one of highest density
   */
  public static Relabelling of(double[] draws, GlobalsLayout layout, int pivot) {
    int count = draws.length / layout.width();
    Relabelling own = settled(draws, layout, identity(count, layout.endmembers()));
    Relabelling near = settled(draws, layout, nearest(draws, layout, pivot));
    return near.spread < own.spread - 1e-9 * Math.abs(own.spread) ? near : own;
  }

  /** The labels that the draws have already. */
  public static Relabelling none(int draws, GlobalsLayout layout) {
    return new Relabelling(layout, identity(draws, layout.endmembers()), 0);
  }

  /** How many draws. */
  public int draws() {
    return labels.length / layout.endmembers();
  }

  /** The label of this draw, in the sampler's own numbering, that is label k here. */
  public int label(int draw, int k) {
    return labels[draw * layout.endmembers() + k];
  }

  /** Draws whose labels in the sampler's numbering are not those of the draw before. */
  public int switches() {
    int k = layout.endmembers();
    int switches = 0;
    for (int at = k; at < labels.length; at += k) {
      switches += Arrays.equals(labels, at - k, at, labels, at, at + k) ? 0 : 1;
    }
    return switches;
  }

  /** The same draws under these labels; draws x width, row major. */
  public double[] apply(double[] draws) {
    double[] out = new double[draws.length];
    for (int draw = 0; draw < draws(); draw++) {
      int at = draw * layout.width();
      layout.relabel(draws, at, labels, draw * layout.endmembers(), out, at);
    }
    return out;
  }

  private static Relabelling settled(double[] draws, GlobalsLayout layout, int[] labels) {
    LabelMoments moments = new LabelMoments(layout);
    int count = labels.length / layout.endmembers();
    double[] cost = new double[layout.endmembers() * layout.endmembers()];
    boolean changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
      moments.learn(draws, labels);
      changed = false;
      for (int draw = 0; draw < count; draw++) {
        moments.cost(draws, draw * layout.width(), cost);
        changed |= assign(cost, layout.endmembers(), labels, draw * layout.endmembers());
      }
    }
    moments.learn(draws, labels);
    return new Relabelling(layout, labels, moments.logVariance());
  }

  private static int[] nearest(double[] draws, GlobalsLayout layout, int pivot) {
    int k = layout.endmembers();
    int d = layout.dimensions();
    int count = draws.length / layout.width();
    int[] labels = identity(count, k);
    double[] cost = new double[k * k];
    int pivotAt = pivot * layout.width() + layout.endmembersAt();
    for (int draw = 0; draw < count; draw++) {
      int at = draw * layout.width() + layout.endmembersAt();
      for (int label = 0; label < k; label++) {
        for (int other = 0; other < k; other++) {
          double square = 0;
          for (int j = 0; j < d; j++) {
            double apart = draws[at + other * d + j] - draws[pivotAt + label * d + j];
            square += apart * apart;
          }
          cost[label * k + other] = square;
        }
      }
      assign(cost, k, labels, draw * k);
    }
    return labels;
  }

  /** Writes the cheapest labels, but keeps the old ones where they cost no more. */
  private static boolean assign(double[] cost, int k, int[] labels, int at) {
    int[] best = Assignment.minimise(cost, k, k);
    double saved = 0;
    double size = 0;
    for (int label = 0; label < k; label++) {
      saved += cost[label * k + labels[at + label]] - cost[label * k + best[label]];
      size += Math.abs(cost[label * k + best[label]]);
    }
    if (saved <= 1e-12 * size) {
      return false;
    }
    System.arraycopy(best, 0, labels, at, k);
    return true;
  }

  private static int[] identity(int count, int k) {
    int[] labels = new int[count * k];
    Arrays.setAll(labels, at -> at % k);
    return labels;
  }
}
