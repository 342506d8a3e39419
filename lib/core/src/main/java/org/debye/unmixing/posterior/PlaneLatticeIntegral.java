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
final class PlaneLatticeIntegral extends AbundanceIntegral implements NodeMasses {
  /** Below it the sum is of bounded exponents, not of the density. */
  private static final double LEAST_MASS = 1e-290;

  private static final int[] NOT_FOUND = {};

  private final PlaneTiles tiles;
  private final PlaneNodes nodes;
  private final PlaneNormals normals = PlaneNormals.fastest();
  private final PlaneComponents all;
  private final NearGroups near;
  private final double[][] weight;
  private final double[] share = new double[PlaneTiles.SIZE];
  private final double[] sums;

  /** The groups that are near to each tile, of those that were looked for. */
  private final int[][] nearTile;

  /** Near groups of the observation weighed last. */
  private int[] weighed = NOT_FOUND;

  /** The mass of each of them and of those before it. */
  private final double[] upTo;

  private double massOfNode;

  PlaneLatticeIntegral(MixingModel model, WeightedObservations observed, StickLattice lattice) {
    super(model, observed);
    if (dimensions != 2) {
      throw new IllegalArgumentException("a plane of " + dimensions + " dimensions");
    }
    tiles = new PlaneTiles(observed.points().values());
    nodes = new PlaneNodes(this, lattice);
    all = new PlaneComponents(nodes.count());
    near = new NearGroups(all, normals);
    weight = new double[PlaneTiles.SIZE][all.groups() * GROUP];
    sums = new double[all.groups() * LENGTH];
    nearTile = new int[tiles.count()][];
    upTo = new double[all.groups()];
  }

  @Override
  double add(
      MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt, boolean slopes) {
    place(globals, shapes, position, endmembersAt);
    if (slopes) {
      Arrays.fill(sums, 0);
    }
    double sum = 0;
    for (int tile = 0; tile < tiles.count(); tile++) {
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
    if (slopes) {
      nodes.pullBack(sums, this);
    }
    return sum;
  }

  private void place(MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt) {
    nodes.place(globals, shapes, position, endmembersAt, all);
    near.update();
  }

  @Override
  public void begin(MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt) {
    place(globals, shapes, position, endmembersAt);
    Arrays.fill(nearTile, NOT_FOUND);
  }

  @Override
  public double weigh(int observation) {
    int place = tiles.placeOf(observation);
    int tile = place / PlaneTiles.SIZE;
    if (nearTile[tile] == NOT_FOUND) {
      near.find(tiles.centre(tile, 0), tiles.centre(tile, 1), tiles.radius2(tile));
      nearTile[tile] = Arrays.copyOf(near.groups(), near.count());
    }
    weighed = nearTile[tile];
    double y = tiles.points()[2 * place];
    double z = tiles.points()[2 * place + 1];
    double mass = normals.weigh(all, weighed, weighed.length, y, z, weight[0]);
    double sum = 0;
    for (int group = 0; group < weighed.length; group++) {
      for (int i = 0; i < GROUP; i++) {
        sum += weight[0][group * GROUP + i];
      }
      upTo[group] = sum;
    }
    return mass;
  }

  @Override
  public int node(double sum) {
    int found = Arrays.binarySearch(upTo, 0, weighed.length, sum);
    int group = Math.min(found < 0 ? -found - 1 : found + 1, weighed.length - 1);
    double left = group == 0 ? sum : sum - upTo[group - 1];
    int last = Math.min(GROUP, nodes.count() - weighed[group] * GROUP) - 1;
    int i = 0;
    while (i < last && left >= weight[0][group * GROUP + i]) {
      left -= weight[0][group * GROUP + i];
      i++;
    }
    massOfNode = weight[0][group * GROUP + i];
    return weighed[group] * GROUP + i;
  }

  @Override
  public double massOfNode() {
    return massOfNode;
  }

  @Override
  public LatticePoints points() {
    return nodes.points();
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
