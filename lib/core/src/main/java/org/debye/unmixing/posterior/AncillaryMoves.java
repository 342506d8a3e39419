package org.debye.unmixing.posterior;

import java.util.Optional;
import org.debye.inference.nuts.Companion;
import org.debye.numeric.RandomStream;

/**
 * Moves of the noise along an {@link AncillaryFibre}, each scale and each correlation coordinate in
 * turn, by slice sampling with an interval of fixed width and shrinkage (Neal 2003, Annals of
 * Statistics 31:705, figures 3 and 5; no stepping out). They leave the posterior as it is, and go
 * where trajectories hardly do: into the neck at noise correlations near 1 and -1, where the
 * abundances are bound to a line and the step size is too long. Not thread safe.
 */
final class AncillaryMoves implements Companion {
  /** Of an unconstrained coordinate: a few times the prior's width. */
  private static final double WIDTH = 3;

  /**
   * Shrinkages after which a coordinate stays where it is. From either end of a move the points
   * refused on the way are the same, and so is their number.
   */
  private static final int MOST_SHRINKAGES = 40;

  private final AncillaryFibre fibre;
  private final MixingLayout layout;
  private final RandomStream random;

  private AncillaryMoves(MixingDensity joint, RandomStream random) {
    fibre = new AncillaryFibre(joint);
    layout = joint.layout();
    this.random = random;
  }

  /** Of a posterior that has such a fibre. */
  static Optional<AncillaryMoves> of(MixingDensity joint, RandomStream random) {
    return AncillaryFibre.fits(joint)
        ? Optional.of(new AncillaryMoves(joint, random))
        : Optional.empty();
  }

  @Override
  public boolean move(double[] position) {
    if (!fibre.begin(position)) {
      return false;
    }
    boolean moved = false;
    for (int d = 0; d < layout.dimensions(); d++) {
      if (fibre.free(position, d)) {
        moved |= slice(position, layout.scalesAt() + d);
        moved |= correlations(position, d);
      }
    }
    if (moved) {
      fibre.write(position);
    }
    return moved;
  }

  /** Those between a dimension and another: of its row, and of its column. */
  private boolean correlations(double[] position, int d) {
    boolean moved = false;
    for (int other = 0; other < layout.dimensions(); other++) {
      if (other != d) {
        int row = Math.max(d, other);
        int column = Math.min(d, other);
        moved |= slice(position, layout.correlationAt() + row * (row - 1) / 2 + column);
      }
    }
    return moved;
  }

  private boolean slice(double[] position, int at) {
    double here = position[at];
    double level = fibre.logDensity(position) + StrictMath.log(random.nextOpenDouble());
    if (!Double.isFinite(level)) {
      return false;
    }
    double low = here - WIDTH * random.nextDouble();
    double high = low + WIDTH;
    for (int shrinkage = 0; shrinkage < MOST_SHRINKAGES; shrinkage++) {
      double there = low + (high - low) * random.nextDouble();
      position[at] = there;
      if (fibre.logDensity(position) > level) {
        fibre.settle();
        return true;
      }
      low = there < here ? there : low;
      high = there < here ? high : there;
    }
    position[at] = here;
    return false;
  }
}
