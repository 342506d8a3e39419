package org.debye.learning.fraction;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Pass;
import org.debye.learning.network.Encoder;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.WeightPlan;

/**
 * An encoder with a linear layer of C (1 + 2 L) outputs: C scores whose softmax are the fractions
 * of C classes, then for each of L levels the lower and the upper quantile of each fraction.
 */
final class FractionNetwork {
  private final Encoder encoder;
  private final Linear head;
  private final int classes;
  private final int quantiles;

  private FractionNetwork(Encoder encoder, Linear head, int classes, int quantiles) {
    this.encoder = encoder;
    this.head = head;
    this.classes = classes;
    this.quantiles = quantiles;
  }

  /**
   * Adds the head's weights to a plan.
   *
   * @param encoder of single spectra
   */
  static FractionNetwork on(
      WeightPlan plan, Encoder encoder, int classes, IntervalLevels intervals) {
    int quantiles = 2 * intervals.count();
    Linear head =
        new Linear(
            plan.under("head"),
            encoder.width(),
            (long) classes * (1 + quantiles),
            encoder.head(),
            Initial.fanIn(encoder.width()));
    return new FractionNetwork(encoder, head, classes, quantiles);
  }

  /**
   * What it says of single spectra.
   *
   * @param scores (B, C)
   * @param quantiles (B, 2 L, C); lower and upper may cross
   */
  record Said(Tensor scores, Tensor quantiles) {}

  /**
   * Asks it.
   *
   * @param spectra (B, 1, n)
   */
  Said of(Tensor spectra, Pass pass) {
    Tensor all = head.forward(encoder.encode(spectra, pass), pass).flatten(0, 1);
    return new Said(
        all.narrow(1, 0, classes),
        all.narrow(1, classes, (long) classes * quantiles)
            .reshape(all.size(0), quantiles, classes));
  }
}
