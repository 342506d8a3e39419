package org.debye.learning.layer;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.debye.learning.collective.Collective;

/**
 * Mean and variance (over n, not n - 1) of each channel over the records of all ranks. Two rounds,
 * the mean first, so that no variance is a difference of large numbers; sums in double precision.
 *
 * @param mean C
 * @param variance C
 * @param count values of a channel, on all ranks
 */
record BatchStatistics(Tensor mean, Tensor variance, double count) {
  private static final long[] BATCH_AND_POINTS = {0, 2};

  /** Of (B, C, n); every rank calls it. */
  static BatchStatistics of(Tensor input, Collective ranks) {
    try (NoGradGuard plain = new NoGradGuard()) {
      long channels = input.size(1);
      Tensor count =
          torch.full(new long[] {1}, new Scalar((double) (input.size(0) * input.size(2))));
      Tensor sums = input.sum(BATCH_AND_POINTS).to(ScalarType.Double);
      Tensor first = torch.cat(new TensorVector(sums, count.to(sums.device(), ScalarType.Double)));
      ranks.sum(first);
      double n = first.narrow(0, channels, 1).item_double();
      Tensor mean = first.narrow(0, 0, channels).div(new Scalar(n)).to(input.scalar_type());
      Tensor centred = input.sub(mean.view(1, channels, 1));
      Tensor squares = centred.square().sum(BATCH_AND_POINTS).to(ScalarType.Double);
      ranks.sum(squares);
      return new BatchStatistics(mean, squares.div(new Scalar(n)).to(input.scalar_type()), n);
    }
  }
}
