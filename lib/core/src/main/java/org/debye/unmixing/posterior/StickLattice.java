package org.debye.unmixing.posterior;

/**
 * A lattice of equal steps in the stretched stick coordinates, the same for all observations. The
 * trapezoidal rule on it converges exponentially, as the density falls off doubly exponentially
 * there (Takahasi and Mori 1974), once the step is about the width of what it integrates: for
 * abundances that crowd at corners and noise that is not small, where no placement by moments does.
 *
 * @param step in t
 */
record StickLattice(double step) implements AbundanceRule {
  /** Largest lattice whose passes are affordable. */
  private static final int MOST_POINTS = 5000;

  private static final double FINER = Math.sqrt(0.5);

  StickLattice {
    if (!(step > 0)) {
      throw new IllegalArgumentException("a lattice of steps " + step);
    }
  }

  @Override
  public int points(int sticks) {
    long points = 1;
    for (int k = sticks - 1; k >= 0 && points < Integer.MAX_VALUE; k--) {
      points = 1 + (new StickShares(step, sticks - k).count() - 1L) * points;
    }
    return (int) Math.min(points, Integer.MAX_VALUE);
  }

  boolean affordable(int sticks) {
    return points(sticks) <= MOST_POINTS;
  }

  /** One of smaller steps, which tells what this one lacks. */
  StickLattice finer() {
    return new StickLattice(step * FINER);
  }

  @Override
  public AbundanceIntegral integral(MixingDensity joint, WeightedObservations observed) {
    return joint.layout().dimensions() == 2
        ? new PlaneLatticeIntegral(joint.model(), observed, this)
        : new LatticeIntegral(joint.model(), observed, this);
  }

  /** What each observation of a joint density has at the nodes, with a workspace of its own. */
  NodeMasses masses(MixingDensity joint) {
    return joint.layout().dimensions() == 2
        ? new PlaneNodeMasses(joint, this)
        : new LatticeIntegral(joint.model(), WeightedObservations.once(joint.observations()), this);
  }
}
