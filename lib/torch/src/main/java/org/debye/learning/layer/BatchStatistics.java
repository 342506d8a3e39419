package org.debye.learning.layer;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
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
 * <p>A rank's own come from libtorch's sums of g and g (x - m) in the backward of a normalisation,
 * with x - m for g: on a processor half the time of its statistics, which are added up one value
 * after another.
 *
 * @param mean C
 * @param variance C
 * @param count values of a channel, on all ranks
 */
record BatchStatistics(Tensor mean, Tensor variance, double count) {

  /** Of (B, C, n); every rank calls it. */
  static BatchStatistics of(Tensor input, Collective ranks) {
    try (NoGradGuard plain = new NoGradGuard()) {
      double values = (double) (input.size(0) * input.size(2));
      Tensor own = own(input, values).unsqueeze(0);
      Tensor all = ranks.size() == 1 ? own : ranks.gather(own);
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

  /** (3, C): how many values, their mean and variance, in double precision. */
  private static Tensor own(Tensor input, double values) {
    Tensor near = input.mean(0, 2);
    Tensor unit = torch.full_like(near, new Scalar(1 - BatchNorm.EPSILON));
    Tensor off = input.sub(near.view(1, -1, 1));
    Tensor means = BatchNorm.sums(off, input, near, unit).div(new Scalar(values));
    Tensor squares = means.select(0, 0);
    Tensor rest = means.select(0, 1);
    Tensor mean = near.to(ScalarType.Double).add(rest);
    Tensor variance = squares.sub(rest.square()).clamp_min(new Scalar(0.0));
    return torch.stack(new TensorVector(torch.full_like(mean, new Scalar(values)), mean, variance));
  }
}
