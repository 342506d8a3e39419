package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.LogDensity;
import org.debye.inference.transform.Logits;
import org.debye.numeric.Exponentials;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Observations;

/**
 * The posterior of the globals alone, each observation's abundances integrated out by adaptive
 * quadrature ({@link AbundancePlacement}, {@link NodeTree}):
 *
 * <pre>
 * log p(globals) + sum_i log integral Dir(w_i | alpha1 w) N(y_i | C w_i, Sigma_i) dw_i + log |J|
 * </pre>
 *
 * <p>Its coordinates are the first {@link MixingLayout#abundancesAt} of those of a {@link
 * MixingDensity}, and its values are those of that density integrated over the others, to the error
 * of the rule. The gradient is that of the joint density, averaged over the nodes, which is the
 * gradient of the integral where the rule is exact; it need not be for a leapfrog step to be
 * reversible and to keep volume. Cost: the rule's nodes for each observation. Not thread safe.
 */
final class MarginalDensity implements LogDensity {
  private static final int LANES = Lanes.COUNT;
  private static final BallRule SCOUT = new BallRule(5);

  private final MixingLayout layout;
  private final MixingGlobals globals;
  private final Shapes shapes;
  private final ResidualRows residuals;
  private final AbundancePlacement placement;
  private final NodeTree scout;
  private final NodeTree nodes;
  private final double[] share = new double[LANES];
  private final double[] concentrationSums;
  private final double[] centreSums;
  private final double[] scaleSums;
  private final double[] factorSums;

  /**
   * @param rule of each observation
   */
  MarginalDensity(MixingModel model, Observations observations, MixingPrior prior, BallRule rule) {
    layout = new MixingLayout(model, observations.count(), prior, Logits.STRETCHED);
    globals = new MixingGlobals(layout, model, prior);
    shapes = new Shapes(model.endmembers());
    residuals = new ResidualRows(model, observations);
    placement = new AbundancePlacement(layout, Exponentials.fastest());
    scout = new NodeTree(layout, SCOUT, residuals, placement);
    nodes = new NodeTree(layout, rule, residuals, placement);
    concentrationSums = new double[model.endmembers()];
    centreSums = new double[nodes.centres.length];
    scaleSums = new double[nodes.scales.length];
    factorSums = new double[nodes.factors.length];
  }

  @Override
  public int dimension() {
    return layout.abundancesAt();
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    double lp = sum(position, NodeTree.Sums.GRADIENT);
    int observations = layout.observations();
    double[] slopes = globals.concentrationSlopes();
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = observations * shapes.slope(k) + concentrationSums[k];
    }
    System.arraycopy(centreSums, 0, gradient, layout.endmembersAt(), centreSums.length);
    spreadSlopes(observations);
    globals.pullBack(position, gradient);
    return lp;
  }

  /** The value without the gradient. */
  double logDensity(double[] position) {
    return sum(position, NodeTree.Sums.MASS);
  }

  private double begin(double[] position) {
    double lp = globals.constrain(position);
    shapes.take(globals.concentration());
    residuals.begin(globals, position, layout.endmembersAt());
    return lp;
  }

  private double sum(double[] position, NodeTree.Sums wanted) {
    double lp = begin(position);
    Arrays.fill(concentrationSums, 0);
    Arrays.fill(centreSums, 0);
    Arrays.fill(scaleSums, 0);
    Arrays.fill(factorSums, 0);
    for (int start = 0; start < layout.observations(); start += LANES) {
      residuals.load(start);
      place();
      nodes.integrate(shapes, wanted);
      lp += logOfBlock(start);
      if (wanted == NodeTree.Sums.GRADIENT) {
        addBlock();
      }
    }
    double each = residuals.constant() + shapes.logNormalisation();
    return lp + layout.observations() * each;
  }

  /** By mode and curvature, then by the moments that a few nodes so placed find. */
  private void place() {
    placement.place(shapes, residuals);
    scout.integrate(shapes, NodeTree.Sums.MOMENTS);
    for (int l = 0; l < LANES; l++) {
      share[l] = 1 / scout.mass[l];
    }
    for (double[] row : scout.means) {
      Lanes.product(share, row, row);
    }
    for (double[] row : scout.squares) {
      Lanes.product(share, row, row);
    }
    placement.match(scout.means, scout.squares);
  }

  private double logOfBlock(int start) {
    int sticks = layout.endmembers() - 1;
    int lanes = Math.min(LANES, layout.observations() - start);
    double sum = 0;
    for (int l = 0; l < lanes; l++) {
      double volume = nodes.mass[l];
      for (int k = 0; k < sticks; k++) {
        volume *= placement.spread[ResidualRows.entry(k, k)][l];
      }
      sum += placement.peak[l] + StrictMath.log(volume);
      share[l] = 1 / nodes.mass[l];
    }
    Arrays.fill(share, lanes, LANES, 0);
    return sum;
  }

  private void addBlock() {
    double before = 0;
    int sticks = layout.endmembers() - 1;
    for (int k = 0; k < sticks; k++) {
      concentrationSums[k] += before + mean(nodes.logTaken[k]);
      before += mean(nodes.logLeft[k]);
    }
    concentrationSums[sticks] += before;
    addMeans(nodes.scales, scaleSums);
    addMeans(nodes.factors, factorSums);
    for (int row = 0; row < centreSums.length; row++) {
      centreSums[row] +=
          residuals.inverseScale[row % residuals.dimensions] * mean(nodes.centres[row]);
    }
  }

  private void addMeans(double[][] rows, double[] sums) {
    for (int row = 0; row < sums.length; row++) {
      sums[row] += mean(rows[row]);
    }
  }

  /** The row divided by the mass, summed over lanes. Overwrites the row. */
  private double mean(double[] row) {
    Lanes.product(share, row, row);
    return Lanes.sum(row);
  }

  private void spreadSlopes(int observations) {
    int d = residuals.dimensions;
    double power = residuals.mixed ? 0.5 : 1;
    for (int row = 0; row < d; row++) {
      globals.scaleSlopes()[row] += power * (scaleSums[row] - observations) / globals.scales()[row];
    }
    for (int f = 0; f < layout.correlationFactors(); f++) {
      for (int row = 1; row < d; row++) {
        for (int column = 0; column <= row; column++) {
          globals.factorSlopes()[(f * d + row) * d + column] +=
              factorSums[f * residuals.entries + ResidualRows.entry(row, column)];
        }
      }
    }
  }
}
