package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;

/**
 * The sum over observations, each as often as it counts, of the logarithm of
 *
 * <pre>
 * integral prod_k w_ik^(a_k - 1) exp(-e_i'e_i / 2) / det M_i dw_i,   e_i = M_i^-1 S^-1 (y_i - C w_i)
 * </pre>
 *
 * with its slopes: what a {@link MarginalDensity} has of the observations, up to factors that no
 * abundance moves.
 */
abstract class AbundanceIntegral {
  final int endmembers;
  final int dimensions;

  /** Whether M is an observation's, the mean of the endmembers' factors by its abundances. */
  final boolean mixed;

  /** Of a lower triangle. */
  final int entries;

  /** By a_k: sums of the mean log w_k. */
  final double[] byShape;

  /** By C[d,k], at k D + d. */
  final double[] byEndmember;

  /** Sums of the mean of h_d x_d, x = M e, h = M^-T e. */
  final double[] byScale;

  /** By the entries of each factor, a lower triangle after another. */
  final double[] byFactor;

  /** How often each observation counts. */
  final double[] weights;

  /** Of each observation, the logarithm of its integral at the last sum. */
  final double[] logs;

  AbundanceIntegral(MixingModel model, WeightedObservations observed) {
    weights = observed.weights();
    logs = new double[weights.length];
    endmembers = model.endmembers();
    dimensions = model.dimensions();
    mixed = model.noise() == NoiseModel.AUTHORS_CODE;
    entries = dimensions * (dimensions + 1) / 2;
    byShape = new double[endmembers];
    byEndmember = new double[endmembers * dimensions];
    byScale = new double[dimensions];
    byFactor = new double[(mixed ? endmembers : 1) * entries];
  }

  /**
   * The sum, and if they are wanted its slopes, into the fields.
   *
   * @param globals at the position
   * @param endmembersAt where the position has C
   * @return not a number, or negative infinity, where the rule does not reach an observation
   */
  final double sum(
      MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt, boolean slopes) {
    Arrays.fill(byShape, 0);
    Arrays.fill(byEndmember, 0);
    Arrays.fill(byScale, 0);
    Arrays.fill(byFactor, 0);
    return add(globals, shapes, position, endmembersAt, slopes);
  }

  /**
   * The sum without slopes, or negative infinity if it is less than a number and that is seen
   * before all observations are.
   */
  double sumAbove(
      MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt, double least) {
    return sum(globals, shapes, position, endmembersAt, false);
  }

  /** The sum; adds its slopes to the fields. */
  abstract double add(
      MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt, boolean slopes);
}
