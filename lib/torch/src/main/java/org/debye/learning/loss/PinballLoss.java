package org.debye.learning.loss;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Loss of quantiles (Koenker and Bassett 1978, Econometrica 46:33): rho_q(y - z) = max(q (y - z),
 * (q - 1)(y - z)), whose mean is least where z is the quantile of y at q.
 *
 * @param probabilities q of each of Q quantiles, within (0, 1)
 */
public record PinballLoss(double[] probabilities) {
  public PinballLoss {
    if (!Arrays.stream(probabilities).allMatch(q -> q > 0 && q < 1)) {
      throw new IllegalArgumentException("quantiles at " + Arrays.toString(probabilities));
    }
  }

  /**
   * The sum over records, outputs and quantiles.
   *
   * @param found (B, Q, K): each quantile of K outputs
   * @param truth (B, K)
   */
  public Tensor sum(Tensor found, Tensor truth) {
    Tensor off = truth.unsqueeze(1).sub(found);
    Tensor above =
        Tensor.create(probabilities)
            .view(1, probabilities.length, 1)
            .to(found.device(), found.scalar_type());
    Tensor below = Tensor.create(complements()).view(1, probabilities.length, 1);
    return torch
        .relu(off)
        .mul(above)
        .add(torch.relu(off.neg()).mul(below.to(found.device(), found.scalar_type())))
        .sum();
  }

  private double[] complements() {
    return Arrays.stream(probabilities).map(q -> 1 - q).toArray();
  }
}
