package org.debye.unmixing.posterior;

import static org.debye.numeric.PlaneComponents.GROUP;

import java.util.Arrays;
import org.debye.numeric.PlaneComponents;
import org.debye.numeric.PlaneNormals;

/**
 * {@link NodeMasses} where D = 2: of an observation those groups of nodes alone that are near to
 * its tile, as {@link PlaneLatticeIntegral} has them.
 */
final class PlaneNodeMasses implements NodeMasses {
  private static final int[] NOT_FOUND = {};

  private final PlaneTiles tiles;
  private final PlaneNodes nodes;
  private final PlaneNormals normals = PlaneNormals.fastest();
  private final PlaneComponents all;
  private final NearGroups near;

  /** The groups that are near to each tile, where they were looked for. */
  private final int[][] nearTile;

  /** Near groups of the observation weighed last. */
  private int[] weighed = NOT_FOUND;

  /** The weights of their nodes. */
  private final double[] weight;

  /** The mass of each of them and of those before it. */
  private final double[] upTo;

  private double massOfNode;

  PlaneNodeMasses(MixingDensity joint, StickLattice lattice) {
    tiles = new PlaneTiles(joint.observations().values());
    nodes = new PlaneNodes(joint.model(), lattice);
    all = new PlaneComponents(nodes.count());
    near = new NearGroups(all, normals);
    nearTile = new int[tiles.count()][];
    weight = new double[all.groups() * GROUP];
    upTo = new double[all.groups()];
    Arrays.fill(nearTile, NOT_FOUND);
  }

  @Override
  public void begin(MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt) {
    nodes.place(globals, shapes, position, endmembersAt, all);
    near.update();
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
    double mass = normals.weigh(all, weighed, weighed.length, y, z, weight);
    double sum = 0;
    for (int group = 0; group < weighed.length; group++) {
      for (int i = 0; i < GROUP; i++) {
        sum += weight[group * GROUP + i];
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
    while (i < last && left >= weight[group * GROUP + i]) {
      left -= weight[group * GROUP + i];
      i++;
    }
    massOfNode = weight[group * GROUP + i];
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
}
