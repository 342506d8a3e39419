package org.debye.learning.layer;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.debye.learning.collective.Collective;

/**
 * Mean and variance (over n, not n - 1) of each channel over the records of all ranks. Each rank
 * takes its own, about its own mean, and they are put together from n, mean and variance (Chan,
 * Golub and LeVeque 1983, American Statistician 37:242), so that no variance is a difference of
 * large numbers.
 *
 * @param mean C
 * @param variance C
 * @param count values of a channel, on all ranks
 */
record BatchStatistics(Tensor mean, Tensor variance, double count) {

  /** Of (B, C, n); every rank calls it. */
  static BatchStatistics of(Tensor input, Collective ranks) {
    try (NoGradGuard plain = new NoGradGuard()) {
      TensorOptional none = new TensorOptional();
      T_TensorTensor_T own = torch.batch_norm_update_stats(input, none, none, 0);
      Tensor mean = own.get0().to(ScalarType.Double);
      double values = (double) (input.size(0) * input.size(2));
      Tensor all =
          ranks.gather(
              torch
                  .stack(
                      new TensorVector(
                          torch.full_like(mean, new Scalar(values)),
                          mean,
                          own.get1().to(ScalarType.Double)))
                  .unsqueeze(0));
      Tensor counts = all.select(1, 0);
      Tensor means = all.select(1, 1);
      Tensor count = counts.sum(0);
      Tensor common = counts.mul(means).sum(0).div(count);
      Tensor squares = counts.mul(all.select(1, 2).add(means.sub(common).square())).sum(0);
      return new BatchStatistics(
          common.to(input.scalar_type()),
          squares.div(count).to(input.scalar_type()),
          count.select(0, 0).item_double());
    }
  }
}
