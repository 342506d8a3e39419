package org.debye.learning.fraction;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.data.Batch;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.PinballLoss;
import org.debye.learning.loss.SoftCrossEntropy;
import org.debye.learning.probe.MeasuredTargets;
import org.debye.learning.train.LossSum;
import org.debye.learning.train.Objective;

/**
 * Cross entropy of fractions plus the pinball loss of their quantiles, both as they are: the mean
 * over records.
 *
 * @param network whose weights move
 * @param quantiles as many as the network has
 * @param truth fractions by the records' ids
 */
record FractionObjective(FractionNetwork network, PinballLoss quantiles, MeasuredTargets truth)
    implements Objective {
  @Override
  public LossSum of(Batch batch, Pass pass) {
    FractionNetwork.Said said = network.of(batch.spectra(), pass);
    Tensor shares = truth.values(batch.ids(), said.scores());
    Tensor sum = SoftCrossEntropy.sum(said.scores(), shares);
    if (quantiles.probabilities().length > 0) {
      sum = sum.add(quantiles.sum(said.quantiles(), shares));
    }
    return new LossSum(sum, batch.ids().length, 0, 0);
  }
}
