package org.debye.learning.binned;

import java.util.function.Function;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.debye.learning.NativeWork;
import org.debye.learning.data.BatchPlan;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;

/**
 * Mean and unbiased variance of channels over all records of examples, in double precision.
 *
 * @param mean of each of C channels
 * @param variance likewise
 */
record ChannelMoments(double[] mean, double[] variance) {
  private static final long[] BATCH_AND_POINTS = {0, 2};

  /**
   * Over all examples.
   *
   * @param values from spectra (S, L, n) to (1, C, M); without a gradient
   */
  static ChannelMoments of(
      Placement placement, Examples examples, int batchFrames, Function<Tensor, Tensor> values) {
    double[] sums = new double[0];
    double[] squares = new double[0];
    double count = 0;
    Feed feed = new Feed(examples, placement);
    for (int[] part : BatchPlan.inOrder(examples, batchFrames)) {
      try (NativeWork work = NativeWork.begin();
          NoGradGuard plain = new NoGradGuard()) {
        Tensor batch = values.apply(feed.batch(part).spectra()).to(ScalarType.Double);
        sums = added(sums, Numbers.doubles(batch.sum(BATCH_AND_POINTS)));
        squares = added(squares, Numbers.doubles(batch.square().sum(BATCH_AND_POINTS)));
        count += batch.size(2);
      }
    }
    for (int c = 0; c < sums.length; c++) {
      sums[c] /= count;
      squares[c] = Math.max(0, squares[c] - count * sums[c] * sums[c]) / Math.max(1, count - 1);
    }
    return new ChannelMoments(sums, squares);
  }

  private static double[] added(double[] sums, double[] more) {
    double[] all = more.clone();
    for (int c = 0; c < sums.length; c++) {
      all[c] += sums[c];
    }
    return all;
  }
}
