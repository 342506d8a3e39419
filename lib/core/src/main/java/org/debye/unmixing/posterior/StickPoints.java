package org.debye.unmixing.posterior;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.debye.numeric.Exponentials;
import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Observations;

/**
 * Points of a proposal with their weights: a Kronecker sequence of the roots of x^(n+1) = x + 1
 * (Roberts' R sequence), shifted at random and several times independently (Cranley and Patterson
 * 1976), so that the means over the shifts give the error.
 */
final class StickPoints {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double LEAST_UNIFORM = 1e-16;

  /** exp of less is next to nothing beside the greatest term. */
  private static final double LEAST_EXPONENT = -700;

  private final int shifts;
  private final StickBlock[] blocks;
  private final double[][] terms;
  private final Exponentials exponentials = Exponentials.fastest();

  private StickPoints(int endmembers, int shifts, int blocksEach) {
    this.shifts = shifts;
    blocks = new StickBlock[shifts * blocksEach];
    for (int block = 0; block < blocks.length; block++) {
      blocks[block] = StickBlock.of(endmembers);
    }
    terms = Lanes.rows(blocks.length);
  }

  /**
   * Draws points.
   *
   * @param shifts at least 2
   * @param blocksEach rows of {@link Lanes#COUNT} points of each shift
   */
  static StickPoints of(StickProposal proposal, int shifts, int blocksEach, RandomStream random) {
    int sticks = proposal.sticks();
    StickPoints made = new StickPoints(sticks + 1, shifts, blocksEach);
    double[] steps = steps(sticks + 1);
    double[] start = new double[sticks + 1];
    for (int shift = 0; shift < shifts; shift++) {
      for (int j = 0; j <= sticks; j++) {
        start[j] = random.nextDouble();
      }
      for (int block = 0; block < blocksEach; block++) {
        StickBlock one = made.blocks[shift * blocksEach + block];
        place(proposal, start, steps, block * Lanes.COUNT, one.places());
        proposal.logDensities(one.places(), made.exponentials, one.weights());
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          one.weights()[lane] = -one.weights()[lane];
          one.complete(lane);
        }
      }
    }
    return made;
  }

  private static void place(
      StickProposal proposal, double[] start, double[] steps, int from, double[][] places) {
    int sticks = places.length;
    double[] normal = new double[sticks];
    double[] place = new double[sticks];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      int point = from + lane;
      for (int j = 0; j < sticks; j++) {
        double uniform = (start[j] + point * steps[j]) % 1;
        normal[j] =
            NORMAL.inverseCumulativeProbability(
                Math.max(LEAST_UNIFORM, Math.min(uniform, 1 - LEAST_UNIFORM)));
      }
      proposal.place(normal, (start[sticks] + point * steps[sticks]) % 1, place);
      for (int j = 0; j < sticks; j++) {
        places[j][lane] = place[j];
      }
    }
  }

  /** 1/g, 1/g^2, .. with g the positive root of g^(n+1) = g + 1. */
  private static double[] steps(int dimensions) {
    double root = 2;
    for (int iteration = 0; iteration < 60; iteration++) {
      root = Math.pow(1 + root, 1.0 / (dimensions + 1));
    }
    double[] steps = new double[dimensions];
    double step = 1;
    for (int j = 0; j < dimensions; j++) {
      step /= root;
      steps[j] = step;
    }
    return steps;
  }

  /** log of the integral for one draw of the globals, and its relative standard error. */
  double[] means(MixtureDraw mixture, Observations observed, int observation) {
    double most = Double.NEGATIVE_INFINITY;
    mixture.observe(observed.values(), observation * observed.dimensions());
    for (int block = 0; block < blocks.length; block++) {
      mixture.logTerms(blocks[block], terms[block]);
      most = Math.max(most, Lanes.greatest(terms[block]));
    }
    double sum = 0;
    double squares = 0;
    int each = blocks.length / shifts;
    for (int shift = 0; shift < shifts; shift++) {
      double part = 0;
      for (int block = shift * each; block < (shift + 1) * each; block++) {
        Lanes.addAtLeast(-most, LEAST_EXPONENT, terms[block]);
        exponentials.exp(terms[block], terms[block]);
        part += Lanes.sum(terms[block]);
      }
      sum += part;
      squares += part * part;
    }
    double mean = sum / shifts;
    double variance = Math.max(0, squares / shifts - mean * mean) / (shifts - 1);
    double points = (double) each * Lanes.COUNT;
    return new double[] {most + Math.log(mean / points), Math.sqrt(variance) / mean};
  }
}
