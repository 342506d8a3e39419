package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.debye.inference.nuts.Companion;
import org.debye.numeric.RandomStream;

/**
 * Moves of the noise along an {@link AncillaryFibre}: of each scale with the residuals of its
 * dimension free, and of each correlation with those of either of its two, in turn, by slice
 * sampling with an interval of fixed width and shrinkage (Neal 2003, Annals of Statistics 31:705,
 * figures 3 and 5; no stepping out). They leave the posterior as it is, and go where trajectories
 * hardly do: into the neck at noise correlations near 1 and -1, where the abundances are bound to a
 * line and the step size is too long. Not thread safe.
 */
final class AncillaryMoves implements Companion {
  /** Of an unconstrained coordinate: a few times the prior's width. */
  private static final double WIDTH = 3;

  /**
   * Shrinkages after which a coordinate stays where it is. From either end of a move the points
   * refused on the way are the same, and so is their number.
   */
  private static final int MOST_SHRINKAGES = 40;

  /**
   * Observations times slices a call: with more observations than this, not every call moves. As
   * many slices of all observations cost several gradients each.
   */
  private static final int WORK = 160;

  /** What one slice moves, and whose residuals are free. */
  private record Line(int coordinate, int dimension) {}

  private final AncillaryFibre fibre;
  private final RandomStream random;
  private final int observations;
  private final List<Line> lines = new ArrayList<>();
  private int next;
  private int due;
  private long taken;

  private AncillaryMoves(MixingDensity joint, RandomStream random) {
    fibre = new AncillaryFibre(joint);
    this.random = random;
    MixingLayout layout = joint.layout();
    observations = layout.observations();
    for (int d = 0; d < layout.dimensions(); d++) {
      lines.add(new Line(layout.scalesAt() + d, d));
      for (int other = 0; other < layout.dimensions(); other++) {
        if (other != d) {
          int row = Math.max(d, other);
          int entry = row * (row - 1) / 2 + Math.min(d, other);
          lines.add(new Line(layout.correlationAt() + entry, d));
        }
      }
    }
  }

  /** Of a posterior that has such a fibre. */
  static Optional<AncillaryMoves> of(MixingDensity joint, RandomStream random) {
    return AncillaryFibre.fits(joint)
        ? Optional.of(new AncillaryMoves(joint, random))
        : Optional.empty();
  }

  /** How many slices have moved a coordinate. */
  long taken() {
    return taken;
  }

  @Override
  public boolean move(double[] position) {
    due = Math.min(due + WORK, lines.size() * observations);
    int slices = due / observations;
    due -= slices * observations;
    return slices > 0 && move(slices, position);
  }

  /** So many slices, each of the line that is next. */
  boolean move(int slices, double[] position) {
    if (!fibre.begin(position)) {
      return false;
    }
    boolean moved = false;
    for (int number = 0; number < slices; number++) {
      Line line = lines.get(next);
      next = (next + 1) % lines.size();
      moved |= fibre.free(position, line.dimension()) && slice(position, line.coordinate());
    }
    if (moved) {
      fibre.write(position);
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
        taken++;
        return true;
      }
      low = there < here ? there : low;
      high = there < here ? high : there;
    }
    position[at] = here;
    return false;
  }
}
