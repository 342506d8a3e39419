package org.debye.unmixing.posterior;

import org.debye.numeric.plane.DoublePlaneMixture;
import org.debye.numeric.plane.PlaneMixture;
import org.debye.numeric.plane.PlaneNormals;
import org.debye.numeric.plane.SinglePlaneMixture;
import org.debye.numeric.plane.SinglePlaneNormals;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Observations;

/**
 * Quadrature on a {@link StickLattice} where D = 2, as {@link LatticeIntegral}, by tiles of
 * neighbouring observations: each at those groups of nodes alone that are near ({@link
 * NearGroups}), and all groups of the tile before the next, so that they stay in the nearest cache.
 * Where single precision does not hold a density, all are taken in double.
 */
final class PlaneLatticeIntegral extends AbundanceIntegral {
  private final PlaneTiles tiles;
  private final PlaneNodes nodes;
  private final Sum exact;
  private final Sum walked;

  /** A mixture, and what is near in it. */
  private record Sum(PlaneMixture mixture, NearGroups near) {
    static Sum of(PlaneMixture mixture) {
      return new Sum(mixture, new NearGroups(mixture));
    }
  }

  PlaneLatticeIntegral(MixingModel model, Observations observations, StickLattice lattice) {
    super(model);
    if (dimensions != 2) {
      throw new IllegalArgumentException("a plane of " + dimensions + " dimensions");
    }
    tiles = new PlaneTiles(observations.values());
    nodes = new PlaneNodes(this, lattice);
    int count = nodes.count();
    exact = Sum.of(new DoublePlaneMixture(count, PlaneTiles.SIZE, PlaneNormals.fastest()));
    walked =
        lattice.precision() == Precision.SINGLE
            ? Sum.of(new SinglePlaneMixture(count, PlaneTiles.SIZE, SinglePlaneNormals.fastest()))
            : exact;
  }

  @Override
  double add(
      MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt, boolean slopes) {
    nodes.place(globals, shapes, position, endmembersAt);
    double sum = add(walked, slopes);
    return Double.isNaN(sum) ? add(exact, slopes) : sum;
  }

  private double add(Sum by, boolean slopes) {
    PlaneMixture mixture = by.mixture();
    NearGroups near = by.near();
    nodes.into(mixture);
    near.update();
    if (slopes) {
      mixture.clear();
    }
    double sum = 0;
    for (int tile = 0; tile < tiles.count(); tile++) {
      near.find(tiles.centre(tile, 0), tiles.centre(tile, 1), tiles.radius2(tile));
      int size = tiles.size(tile);
      for (int i = 0; i < size; i++) {
        int at = tiles.at(tile) + 2 * i;
        double y = tiles.points()[at];
        double z = tiles.points()[at + 1];
        double log = mixture.logDensity(near.groups(), near.count(), y, z, near.floor(), i);
        if (!(log > Double.NEGATIVE_INFINITY)) {
          return log;
        }
        sum += log;
      }
      if (slopes) {
        mixture.add(near.groups(), near.count(), tiles.points(), tiles.at(tile), size);
      }
    }
    if (slopes) {
      nodes.pullBack(mixture, this);
    }
    return sum;
  }
}
