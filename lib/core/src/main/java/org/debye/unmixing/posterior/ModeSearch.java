package org.debye.unmixing.posterior;

import org.debye.inference.nuts.ChainStart;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.WarmUp;
import org.debye.numeric.RandomStream;

/**
 * Where a start of Hamiltonian Monte Carlo begins: short joint chains go out from several points,
 * half of them random and half with endmembers at observations, and the one that comes to the
 * highest density with the abundances integrated out is followed. From a single point a chain often
 * ends with two endmembers in one crowd of observations or one between two, which it never leaves.
 */
final class ModeSearch {
  private static final int SCOUTS = 6;
  private static final int WARM_UP = 60;
  private static final int DRAWS = 4;
  private static final double TARGET = 0.7;
  private static final int DEPTH = 6;

  /** Both fall short of the integral where they fail; the higher is nearer to it. */
  private static final StickLattice LATTICE = new StickLattice(0.3);

  private static final BallRule NODES = new BallRule(9);

  private final MixingDensity joint;
  private final NutsSettings settings;
  private final RandomStream random;
  private final MarginalDensity lattice;
  private final MarginalDensity nodes;
  private final double[] position;
  private double[] best = new double[0];
  private double highest = Double.NEGATIVE_INFINITY;
  private long gradients;

  private ModeSearch(MixingDensity joint, HmcSettings settings, RandomStream random) {
    this.joint = joint;
    this.random = random;
    this.settings =
        settings
            .nuts()
            .withWarmup(WARM_UP)
            .withTargetAcceptance(TARGET)
            .withMaxDepth(Math.min(DEPTH, settings.maximumDepth()));
    lattice = MarginalDensity.of(joint, LATTICE);
    nodes = MarginalDensity.of(joint, NODES);
    position = new double[joint.dimension()];
  }

  /**
   * Where to begin.
   *
   * @param position of the joint density; empty if no chain could be begun
   * @param gradients of the joint density that the search took
   */
  record Found(double[] position, long gradients) {}

  static Found run(MixingDensity joint, HmcSettings settings, RandomStream random) {
    ModeSearch search = new ModeSearch(joint, settings, random);
    for (int scout = 0; scout < SCOUTS; scout++) {
      search.send(scout % 2 == 0);
    }
    return new Found(search.best, search.gradients);
  }

  private void send(boolean anywhere) {
    double[] from =
        anywhere
            ? StartPoint.uniform(joint, settings.initialRadius(), random)
            : StartPoint.atObservations(joint, random);
    if (!(NutsChain.startAt(joint, settings, from, random) instanceof ChainStart.Started started)
        || !(started.chain().warmUp() instanceof WarmUp.Adapted)) {
      return;
    }
    double mean = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      started.chain().step(position);
      double value = Math.max(lattice.logDensity(position), nodes.logDensity(position));
      mean += value / DRAWS;
    }
    gradients += started.chain().gradients();
    if (mean > highest) {
      highest = mean;
      best = position.clone();
    }
  }
}
