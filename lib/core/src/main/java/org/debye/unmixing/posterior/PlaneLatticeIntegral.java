package org.debye.unmixing.posterior;

import static org.debye.numeric.PlaneComponents.GROUP;
import static org.debye.numeric.PlaneComponents.LENGTH;

import java.util.Arrays;
import org.debye.numeric.PlaneComponents;
import org.debye.numeric.PlaneNormals;
import org.debye.spectra.mixing.MixingModel;

/**
 * Quadrature on a {@link StickLattice} where D = 2, as {@link LatticeIntegral}, by tiles of
 * neighbouring observations: each at those groups of nodes alone that are near ({@link
 * NearGroups}), and all groups of the tile before the next, so that they stay in the nearest cache.
 */
final class PlaneLatticeIntegral extends AbundanceIntegral {
  /** Below it the sum is of bounded exponents, not of the density. */
  private static final double LEAST_MASS = 1e-290;

  private final PlaneTiles tiles;
  private final PlaneNodes nodes;
  private final PlaneNormals normals = PlaneNormals.fastest();
  private final PlaneComponents all;
  private final NearGroups near;
  private final double[][] weight;
  private final double[] share = new double[PlaneTiles.SIZE];
  private final double[] sums;

  /** How often the observations of a tile and of those after it count. */
  private final double[] weightFrom;

  PlaneLatticeIntegral(MixingModel model, WeightedObservations observed, StickLattice lattice) {
    super(model, observed);
    if (dimensions != 2) {
      throw new IllegalArgumentException("a plane of " + dimensions + " dimensions");
    }
    tiles = new PlaneTiles(observed.points().values());
    nodes = new PlaneNodes(model, lattice);
    all = new PlaneComponents(nodes.count());
    near = new NearGroups(all, normals);
    weight = new double[PlaneTiles.SIZE][all.groups() * GROUP];
    sums = new double[all.groups() * LENGTH];
    weightFrom = new double[tiles.count() + 1];
    for (int tile = tiles.count() - 1; tile >= 0; tile--) {
      weightFrom[tile] = weightFrom[tile + 1];
      for (int i = 0; i < tiles.size(tile); i++) {
        weightFrom[tile] += weights[tiles.number(tile, i)];
      }
    }
  }

  @Override
  double add(
      MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt, boolean slopes) {
    nodes.place(globals, shapes, position, endmembersAt, all);
    if (slopes) {
      Arrays.fill(sums, 0);
    }
    double sum = addTiles(slopes, Double.NEGATIVE_INFINITY);
    if (slopes) {
      nodes.pullBack(sums, this);
    }
    return sum;
  }

  @Override
  double sumAbove(
      MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt, double least) {
    nodes.place(globals, shapes, position, endmembersAt, all);
    return addTiles(false, least);
  }

  /**
   * @param least below which the sum does not matter
   */
  private double addTiles(boolean slopes, double least) {
    near.update();
    double most = nodes.logOfAll();
    double sum = 0;
    for (int tile = 0; tile < tiles.count(); tile++) {
      if (sum + weightFrom[tile] * most < least) {
        return Double.NEGATIVE_INFINITY;
      }
      near.find(tiles.centre(tile, 0), tiles.centre(tile, 1), tiles.radius2(tile));
      for (int i = 0; i < tiles.size(tile); i++) {
        int at = tiles.at(tile) + 2 * i;
        double y = tiles.points()[at];
        double z = tiles.points()[at + 1];
        double mass = normals.weigh(all, near.groups(), near.count(), y, z, weight[i]);
        if (!(mass > LEAST_MASS)) {
          return Double.NEGATIVE_INFINITY;
        }
        int number = tiles.number(tile, i);
        logs[number] = StrictMath.log(mass);
        sum += weights[number] * logs[number];
        share[i] = weights[number] / mass;
      }
      if (slopes) {
        share(tile);
      }
    }
    return sum;
  }

  /** Adds the responsibilities of a tile's observations, two at a time. */
  private void share(int tile) {
    int size = tiles.size(tile);
    int pairs = size / 2 * 2;
    for (int i = 0; i < pairs; i += 2) {
      int at = tiles.at(tile) + 2 * i;
      normals.add(all, near.groups(), near.count(), tiles.points(), at, share, weight, i, sums);
    }
    if (pairs < size) {
      shareLast(tile);
    }
  }

  /** An observation without a second one is taken twice, by halves. */
  private void shareLast(int tile) {
    int last = tiles.size(tile) - 1;
    int at = tiles.at(tile) + 2 * last;
    double y = tiles.points()[at];
    double z = tiles.points()[at + 1];
    double half = share[last] / 2;
    double[] points = {y, z, y, z};
    double[] halves = {half, half};
    double[][] weights = {weight[last], weight[last]};
    normals.add(all, near.groups(), near.count(), points, 0, halves, weights, 0, sums);
  }
}
