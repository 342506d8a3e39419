package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.transform.Logits;
import org.debye.numeric.Exponentials;
import org.debye.numeric.RandomStream;

/**
 * Draws the abundances given the globals: independence Metropolis steps an observation, whose
 * proposal is normal, by mode and curvature ({@link AbundancePlacement}), made wider. They begin
 * with a proposal, not with the abundances of the last draw, which far from these globals could not
 * be left: what is not yet the conditional distribution after so many steps is the share of
 * refusals to that power.
 */
final class AbundanceRefresh {
  private static final int LANES = Lanes.COUNT;
  private static final int STEPS = 12;
  private static final double WIDER = 1.4;

  private final MixingLayout layout;
  private final MixingGlobals globals;
  private final Shapes shapes;
  private final ResidualRows residuals;
  private final AbundancePlacement placement;
  private final int sticks;
  private final StickRow[] stick;
  private final double[][] abundance;
  private final double[] rest = new double[LANES];
  private final double[][] present;
  private final double[][] deviate;
  private final double[] here = new double[LANES];
  private final double[] there = new double[LANES];
  private final double[] factors = new double[LANES];

  AbundanceRefresh(MixingDensity joint) {
    layout = joint.layout();
    globals = new MixingGlobals(layout, joint.model(), joint.prior());
    shapes = new Shapes(layout.endmembers());
    residuals = new ResidualRows(joint.model(), joint.observations());
    sticks = layout.endmembers() - 1;
    stick = new StickRow[sticks];
    Exponentials exponentials = Exponentials.fastest();
    placement = new AbundancePlacement(layout, exponentials);
    Arrays.setAll(stick, k -> new StickRow(exponentials, StrictMath.log(sticks - k)));
    abundance = Lanes.rows(layout.endmembers());
    present = Lanes.rows(sticks);
    deviate = Lanes.rows(sticks);
  }

  /** Overwrites the abundances' coordinates of a position, given its globals. */
  void draw(double[] position, RandomStream random) {
    globals.constrain(position);
    shapes.take(globals.concentration());
    residuals.begin(globals, position, layout.endmembersAt());
    for (int start = 0; start < layout.observations(); start += LANES) {
      int lanes = Math.min(LANES, layout.observations() - start);
      residuals.load(start);
      placement.place(shapes, residuals);
      propose(lanes, random);
      for (int k = 0; k < sticks; k++) {
        System.arraycopy(stick[k].coordinate, 0, present[k], 0, LANES);
      }
      weigh(here);
      for (int step = 0; step < STEPS; step++) {
        propose(lanes, random);
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

  /** Coordinates into the sticks. */
  private void propose(int lanes, RandomStream random) {
    for (int k = 0; k < sticks; k++) {
      for (int l = 0; l < lanes; l++) {
        deviate[k][l] = WIDER * random.nextGaussian();
      }
    }
    for (int k = 0; k < sticks; k++) {
      double[] t = stick[k].coordinate;
      System.arraycopy(placement.centre[k], 0, t, 0, LANES);
      for (int j = 0; j <= k; j++) {
        Lanes.addProduct(placement.spread[ResidualRows.entry(k, j)], deviate[j], t);
      }
    }
  }

  /** Log of the conditional density over the proposal's, up to what all proposals share. */
  private void weigh(double[] out) {
    Arrays.fill(out, 0);
    Arrays.fill(rest, 1);
    for (int k = 0; k < sticks; k++) {
      standardise(k);
      Lanes.addSquare(0.5 / (WIDER * WIDER), deviate[k], out);
    }
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

  /** The standard deviates that make the sticks' coordinates. */
  private void standardise(int k) {
    double[] z = deviate[k];
    System.arraycopy(stick[k].coordinate, 0, z, 0, LANES);
    Lanes.add(-1, placement.centre[k], z);
    for (int j = 0; j < k; j++) {
      Lanes.subtractProduct(placement.spread[ResidualRows.entry(k, j)], deviate[j], z);
    }
    double[] scale = placement.spread[ResidualRows.entry(k, k)];
    for (int l = 0; l < LANES; l++) {
      z[l] /= scale[l];
    }
  }

  private void decide(int lanes, RandomStream random) {
    for (int l = 0; l < lanes; l++) {
      double ratio = there[l] - here[l];
      if (StrictMath.log(random.nextDouble()) < ratio) {
        here[l] = there[l];
        for (int k = 0; k < sticks; k++) {
          present[k][l] = stick[k].coordinate[l];
        }
      }
    }
  }
}
