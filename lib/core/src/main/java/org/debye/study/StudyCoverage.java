package org.debye.study;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import org.debye.evaluation.Coverage;
import org.debye.evaluation.CoverageShare;

/**
 * How often the central 50, 80 and 90 % intervals of a method hold the truth, over datasets whose
 * generating prior is the inferring one: pooled, and by quadrant of the grid of alpha1 and sigma.
 * Count one chosen result a dataset. Merge-able; not thread safe.
 */
public final class StudyCoverage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final StudyArray[] INSIDE = {
    StudyArray.GLOBAL_INSIDE_50, StudyArray.GLOBAL_INSIDE_80, StudyArray.GLOBAL_INSIDE_90
  };

  private final StudyModel model;
  private final double middleAlpha1;
  private final double middleSigma;
  private final Map<Quantity, Coverage> pooled = new EnumMap<>(Quantity.class);
  private final Map<Quadrant, Map<Quantity, Coverage>> byQuadrant = new EnumMap<>(Quadrant.class);

  /** What intervals are of. */
  public enum Quantity {
    /** K x D endmember coordinates, labels matched to the truth. */
    ENDMEMBERS,
    /** K global weights, labels matched to the truth. */
    WEIGHTS,
    /** D noise scales, which have no labels. */
    SCALES,
    /** N x K abundances, labels matched to the truth. */
    ABUNDANCES
  }

  /** Which quarter of the grid. */
  public enum Quadrant {
    LOW_ALPHA1_LOW_SIGMA,
    LOW_ALPHA1_HIGH_SIGMA,
    HIGH_ALPHA1_LOW_SIGMA,
    HIGH_ALPHA1_HIGH_SIGMA;

    static Quadrant of(boolean highAlpha1, boolean highSigma) {
      return values()[(highAlpha1 ? 2 : 0) + (highSigma ? 1 : 0)];
    }
  }

  /**
   * Nothing counted yet.
   *
   * @param middleAlpha1 from which on alpha1 is high
   * @param middleSigma from which on a dataset's sigma is high
   */
  public StudyCoverage(StudyModel model, double middleAlpha1, double middleSigma) {
    this.model = model;
    this.middleAlpha1 = middleAlpha1;
    this.middleSigma = middleSigma;
    fill(pooled);
    for (Quadrant quadrant : Quadrant.values()) {
      Map<Quantity, Coverage> counts = new EnumMap<>(Quantity.class);
      fill(counts);
      byQuadrant.put(quadrant, counts);
    }
  }

  private static void fill(Map<Quantity, Coverage> counts) {
    for (Quantity quantity : Quantity.values()) {
      counts.put(quantity, Coverage.of(0.5, 0.8, 0.9));
    }
  }

  /**
   * Counts one dataset; a result without intervals is not counted.
   *
   * @param alpha1 of the dataset
   * @param result chosen for it
   * @return whether it was counted
   */
  public boolean add(double alpha1, StudyResult result) {
    double[] abundances = result.arrays().get(StudyArray.ABUNDANCES_INSIDE.key());
    if (abundances == null || result.metric(StudyMetric.SIGMA).isEmpty()) {
      return false;
    }
    double sigma = result.metric(StudyMetric.SIGMA).getAsDouble();
    Quadrant quadrant = Quadrant.of(alpha1 >= middleAlpha1, sigma >= middleSigma);
    int k = model.endmembers();
    int d = model.dimensions();
    count(quadrant, Quantity.WEIGHTS, result, 0, k);
    count(quadrant, Quantity.ENDMEMBERS, result, k, k * d);
    count(quadrant, Quantity.SCALES, result, k + k * d, d);
    int[] held = new int[INSIDE.length];
    for (int level = 0; level < held.length; level++) {
      held[level] = (int) abundances[level];
    }
    count(quadrant, Quantity.ABUNDANCES, (int) abundances[held.length], held);
    return true;
  }

  /** Adds what another has counted with the same middles. */
  public void merge(StudyCoverage other) {
    for (Quantity quantity : Quantity.values()) {
      of(pooled, quantity).merge(of(other.pooled, quantity));
      for (Quadrant quadrant : Quadrant.values()) {
        quadrant(quadrant, quantity).merge(other.quadrant(quadrant, quantity));
      }
    }
  }

  /** Over the whole grid, one entry a level. */
  public CoverageShare[] pooled(Quantity quantity, double confidence) {
    return of(pooled, quantity).result(confidence);
  }

  /** Over one quarter of the grid, one entry a level; empty where no dataset is. */
  public CoverageShare[] within(Quadrant quadrant, Quantity quantity, double confidence) {
    Coverage counts = quadrant(quadrant, quantity);
    return counts.isEmpty() ? new CoverageShare[0] : counts.result(confidence);
  }

  private void count(
      Quadrant quadrant, Quantity quantity, StudyResult result, int from, int count) {
    int[] held = new int[INSIDE.length];
    for (int level = 0; level < held.length; level++) {
      double[] inside = result.arrays().get(INSIDE[level].key());
      for (int place = from; inside != null && place < from + count; place++) {
        held[level] += inside[place] > 0 ? 1 : 0;
      }
    }
    count(quadrant, quantity, count, held);
  }

  private void count(Quadrant quadrant, Quantity quantity, int trials, int[] held) {
    of(pooled, quantity).add(trials, held);
    quadrant(quadrant, quantity).add(trials, held);
  }

  private Coverage quadrant(Quadrant quadrant, Quantity quantity) {
    return of(byQuadrant.getOrDefault(quadrant, Map.of()), quantity);
  }

  private static Coverage of(Map<Quantity, Coverage> counts, Quantity quantity) {
    Coverage found = counts.get(quantity);
    if (found == null) {
      throw new IllegalStateException("no counts of " + quantity);
    }
    return found;
  }
}
