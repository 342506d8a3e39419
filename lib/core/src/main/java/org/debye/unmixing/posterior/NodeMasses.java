package org.debye.unmixing.posterior;

/** The mass that an observation has at each node of a {@link StickLattice}, for drawing nodes. */
interface NodeMasses {

  /** Takes the globals. */
  void begin(MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt);

  /**
   * Weighs all nodes that count for an observation.
   *
   * @return the sum of their masses
   */
  double weigh(int observation);

  /** The node at which the masses, in an order of their own, summed up to it exceed a number. */
  int node(double sum);

  /** Of the node found last, its mass. */
  double massOfNode();

  /** What the nodes are at any globals. */
  LatticePoints points();
}
