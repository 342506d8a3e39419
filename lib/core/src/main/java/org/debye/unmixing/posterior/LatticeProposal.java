package org.debye.unmixing.posterior;

import org.debye.numeric.RandomStream;

/**
 * Uniform in the cell of a lattice's node, the node drawn by its share of the observation's mass:
 * close to the conditional density, however many modes that has.
 */
final class LatticeProposal implements AbundanceProposal {
  /** Seldom refused: the density hardly changes within a cell. */
  private static final int COUNT = 13;

  private final double step;
  private final int sticks;
  private final NodeMasses masses;
  private final double[][][] coordinate;
  private final double[][] minusLog;

  LatticeProposal(MixingDensity joint, StickLattice lattice) {
    step = lattice.step();
    sticks = joint.layout().endmembers() - 1;
    masses = lattice.masses(joint);
    coordinate = new double[COUNT][sticks][Lanes.COUNT];
    minusLog = new double[COUNT][Lanes.COUNT];
  }

  @Override
  public int count() {
    return COUNT;
  }

  @Override
  public void begin(MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt) {
    masses.begin(globals, shapes, position, endmembersAt);
  }

  /** Draws all proposals of the block: a lane's nodes are weighed but once. */
  @Override
  public void load(int start, int lanes, ResidualRows residuals, RandomStream random) {
    for (int lane = 0; lane < lanes; lane++) {
      double mass = masses.weigh(start + lane);
      for (int number = 0; number < COUNT; number++) {
        draw(number, lane, mass, random);
      }
    }
  }

  private void draw(int number, int lane, double mass, RandomStream random) {
    int node = masses.node(random.nextDouble() * mass);
    double log = StrictMath.log(masses.massOfNode());
    LatticePoints points = masses.points();
    for (int k = 0; k < sticks; k++) {
      StickShares stick = points.stick(k);
      int share = points.share(node, k);
      int point =
          share < 0
              ? stick.pointOfAny(random.nextDouble())
              : stick.pointOf(share, random.nextDouble());
      log += stick.logShareOf(point, share);
      coordinate[number][k][lane] = stick.coordinate(point) + step * (random.nextDouble() - 0.5);
    }
    minusLog[number][lane] = -log;
  }

  @Override
  public void propose(
      int number, int lanes, RandomStream random, double[][] coordinates, double[] minus) {
    for (int k = 0; k < sticks; k++) {
      System.arraycopy(coordinate[number][k], 0, coordinates[k], 0, Lanes.COUNT);
    }
    System.arraycopy(minusLog[number], 0, minus, 0, Lanes.COUNT);
  }
}
