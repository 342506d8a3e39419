package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.transform.Logits;
import org.debye.numeric.Exponentials;
import org.debye.numeric.RandomStream;

/**
 * Draws the abundances given the globals: independence Metropolis steps an observation ({@link
 * AbundanceProposal}). They begin with a proposal, not with the abundances of the last draw, which
 * far from these globals could not be left: what is not yet the conditional distribution after so
 * many steps is the share of refusals to that power.
 */
final class AbundanceRefresh {
  private static final int LANES = Lanes.COUNT;

  private final MixingLayout layout;
  private final MixingGlobals globals;
  private final Shapes shapes;
  private final ResidualRows residuals;
  private final AbundanceProposal proposal;
  private final int sticks;
  private final StickRow[] stick;
  private final double[][] coordinate;
  private final double[][] abundance;
  private final double[] rest = new double[LANES];
  private final double[][] present;
  private final double[] here = new double[LANES];
  private final double[] there = new double[LANES];
  private final double[] factors = new double[LANES];

  /**
   * @param rule that the globals are walked with, which says where to propose
   */
  AbundanceRefresh(MixingDensity joint, AbundanceRule rule) {
    layout = joint.layout();
    globals = new MixingGlobals(layout, joint.model(), joint.prior());
    shapes = new Shapes(layout.endmembers());
    residuals = new ResidualRows(joint.model(), joint.observations());
    proposal =
        rule instanceof StickLattice lattice
            ? new LatticeProposal(joint, lattice)
            : new NormalProposal(layout);
    sticks = layout.endmembers() - 1;
    stick = new StickRow[sticks];
    Exponentials exponentials = Exponentials.fastest();
    Arrays.setAll(stick, k -> new StickRow(exponentials, StrictMath.log(sticks - k)));
    coordinate = new double[sticks][];
    Arrays.setAll(coordinate, k -> stick[k].coordinate);
    abundance = Lanes.rows(layout.endmembers());
    present = Lanes.rows(sticks);
  }

  /** Overwrites the abundances' coordinates of a position, given its globals. */
  void draw(double[] position, RandomStream random) {
    globals.constrain(position);
    shapes.take(globals.concentration());
    residuals.begin(globals, position, layout.endmembersAt());
    proposal.begin(globals, shapes, position, layout.endmembersAt());
    for (int start = 0; start < layout.observations(); start += LANES) {
      int lanes = Math.min(LANES, layout.observations() - start);
      residuals.load(start);
      proposal.load(start, lanes, residuals, random);
      proposal.propose(0, lanes, random, coordinate, here);
      for (int k = 0; k < sticks; k++) {
        System.arraycopy(coordinate[k], 0, present[k], 0, LANES);
      }
      weigh(here);
      for (int number = 1; number < proposal.count(); number++) {
        proposal.propose(number, lanes, random, coordinate, there);
        weigh(there);
        decide(lanes, random);
      }
      for (int k = 0; k < sticks; k++) {
        for (int l = 0; l < lanes; l++) {
          position[at(k, start + l)] = coordinate(present[k][l]);
        }
      }
    }
  }

  private int at(int k, int observation) {
    return layout.abundancesAt() + k * layout.observations() + observation;
  }

  private double coordinate(double stretched) {
    return layout.logits() == Logits.STRETCHED ? stretched : StrictMath.sinh(stretched);
  }

  /** Adds the log of the conditional density, up to what all proposals share. */
  private void weigh(double[] out) {
    Arrays.fill(rest, 1);
    Arrays.fill(factors, 1);
    for (int k = 0; k < sticks; k++) {
      stick[k].take();
      Lanes.product(rest, stick[k].taken, abundance[k]);
      Lanes.product(rest, stick[k].left, rest);
      Lanes.add(shapes.of(k), stick[k].logTaken, out);
      Lanes.add(shapes.after(k), stick[k].logLeft, out);
      Lanes.product(stick[k].cosh, factors, factors);
      Lanes.product(stick[k].inside, factors, factors);
    }
    System.arraycopy(rest, 0, abundance[sticks], 0, LANES);
    residuals.standardise(abundance);
    for (int d = 0; d < residuals.dimensions; d++) {
      Lanes.addSquare(-0.5, residuals.standardised[d], out);
      Lanes.product(residuals.inverseDiagonal[d], factors, factors);
    }
    for (int l = 0; l < LANES; l++) {
      out[l] += StrictMath.log(factors[l]);
    }
  }

  private void decide(int lanes, RandomStream random) {
    for (int l = 0; l < lanes; l++) {
      double ratio = there[l] - here[l];
      if (StrictMath.log(random.nextDouble()) < ratio) {
        here[l] = there[l];
        for (int k = 0; k < sticks; k++) {
          present[k][l] = coordinate[k][l];
        }
      }
    }
  }
}
